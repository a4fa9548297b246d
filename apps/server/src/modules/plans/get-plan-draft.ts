import type { PlanDraft } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { findDraft, toShownDraft } from "./plan-drafts.store.ts";
import { getPlanRow } from "./plans.store.ts";

export const getPlanDraft = ({
  pools,
  ctx,
  input: { id },
}: Verb<{ id: string }>): Promise<{ draft: PlanDraft | null }> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    await getPlanRow(tx, id);
    const kept = await findDraft(tx, id);
    return { draft: kept === undefined ? null : await toShownDraft(tx, kept) };
  });
