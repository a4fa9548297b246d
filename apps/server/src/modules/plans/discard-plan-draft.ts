import { notFound } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { findDraft, removeDraft, toShownDraft } from "./plan-drafts.store.ts";
import { getPlanRow } from "./plans.store.ts";
import { toPlanDocument } from "./to-plan-document.ts";

/** The rows that were to be are kept on the audit trail. */
export const discardPlanDraft = ({ pools, ctx, input: { id } }: Verb<{ id: string }>): Promise<undefined> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const { name } = await getPlanRow(tx, id);
    const kept = await findDraft(tx, id);
    if (kept === undefined) throw notFound("draft");
    const { items, strategies } = await toShownDraft(tx, kept);
    await removeDraft(tx, id);
    return {
      result: undefined,
      change: {
        action: "discard-draft",
        noun: "plan",
        nounId: id,
        before: { name, ...toPlanDocument(items, strategies) },
        after: null,
        book: false,
      },
    };
  });
