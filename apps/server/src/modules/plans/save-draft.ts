import type { Plan, PlanDraft, PlanLevel, PlanRowInput } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import type { Changed } from "#modules/audit/change-account.ts";
import { findDraft, toShownDraft, writeDraft } from "./plan-drafts.store.ts";
import { toPlanDocument } from "./to-plan-document.ts";

type Saved = {
  plan: Plan;
  action: "save-draft" | "restore-version";
  /** The draft's as its writer has seen it; null where there was none to be seen. */
  version: number | null | undefined;
  items: PlanRowInput[];
  strategies: PlanLevel[];
};

/** Refuses to overwrite a draft that its writer has not seen. */
const requireSeen = (present: number | null, seen: number | null | undefined): void => {
  if (seen === undefined || seen === present) return;
  const message =
    seen === null ? "Somebody has begun a draft meanwhile." : "Somebody changed the draft meanwhile.";
  throw new AppError("stale", message, { details: [{ path: "body.version", message }] });
};

/** Keeps rows as the plan's draft. What they point at is in service; calls go on by what is published. */
export const saveDraft = async (
  tx: AccountTransaction,
  ctx: Context,
  { plan, action, version, items, strategies }: Saved,
): Promise<Changed<PlanDraft>> => {
  const before = await findDraft(tx, plan.id);
  requireSeen(before?.version ?? null, version);
  const basedOn = action === "save-draft" && before !== undefined ? before.basedOn : plan.versionNumber;
  await writeDraft(tx, ctx, { planId: plan.id, items, strategies, basedOn });
  const kept = await findDraft(tx, plan.id);
  if (kept === undefined) throw new Error(`The draft of plan ${plan.id} was written and is not there.`);
  const draft = await toShownDraft(tx, kept);
  const shownBefore = before && (await toShownDraft(tx, before));
  const { name } = plan;
  return {
    result: draft,
    change: {
      action,
      noun: "plan",
      nounId: plan.id,
      before: shownBefore ? { name, ...toPlanDocument(shownBefore.items, shownBefore.strategies) } : null,
      after: { name, ...toPlanDocument(draft.items, draft.strategies) },
      book: false,
    },
  };
};
