import type { PlanDraft, PutPlanDraft } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getPlanRow } from "./plans.store.ts";
import { requireRows } from "./require-rows.ts";
import { saveDraft } from "./save-draft.ts";

export const putPlanDraft = ({
  pools,
  ctx,
  input: { id, ...draft },
}: Verb<{ id: string } & PutPlanDraft>): Promise<PlanDraft> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const plan = await getPlanRow(tx, id);
    const { items, strategies, version } = draft;
    await requireRows(tx, items, (index) => `body.items.${index}.${items[index]?.kind}Id`);
    return saveDraft(tx, ctx, { plan, action: "save-draft", version, items, strategies });
  });
