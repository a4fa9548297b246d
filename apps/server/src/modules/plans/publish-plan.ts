import type { PlanRows, PublishPlan } from "@ccp/contract";
import { AppError, notFound } from "#http/app-error.ts";
import { requireVersion } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { findDraft, removeDraft } from "./plan-drafts.store.ts";
import { getPlanRow } from "./plans.store.ts";
import { publishRows } from "./publish-rows.ts";
import { requireRows } from "./require-rows.ts";

const requireDraftVersion = (present: number, sent: number | undefined): void => {
  if (sent === undefined || sent === present) return;
  const message = "Somebody changed the draft meanwhile.";
  throw new AppError("stale", message, { details: [{ path: "body.draftVersion", message }] });
};

const toPath = (index: number): string => `draft.items.${index}`;

/** Has calls go by the draft, which then is none any more. Refused where a target or group of it was archived since. */
export const publishPlan = ({
  pools,
  ctx,
  input: { id, version, draftVersion, note },
}: Verb<{ id: string } & PublishPlan>): Promise<PlanRows> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const plan = await getPlanRow(tx, id);
    const draft = await findDraft(tx, id);
    if (draft === undefined) throw notFound("draft");
    requireVersion(plan.version, version, "body");
    requireDraftVersion(draft.version, draftVersion);
    const { items, strategies } = draft;
    await requireRows(tx, items, toPath);
    await removeDraft(tx, id);
    return publishRows(tx, ctx, { plan, action: "publish", items, strategies, note, toPath });
  });
