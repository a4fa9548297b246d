import type { Plan, UpdatePlan } from "@ccp/contract";
import { toSingleItem } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { changeItems, toOnly } from "#modules/audit/change-items.ts";
import { selectPlanRows } from "./plan-rows.store.ts";
import { planStore } from "./plans.store.ts";
import { requireRows } from "./require-rows.ts";
import { toPlanDocument, toRowInputs } from "./to-plan-document.ts";

export const updatePlan = ({ pools, ctx, input }: Verb<{ id: string; patch: UpdatePlan }>): Promise<Plan> =>
  changeAccount({ pools, ctx }, async (tx) =>
    toOnly(
      await changeItems(tx, planStore, {
        action: "update",
        items: [toSingleItem(input)],
        check: async (found) => {
          for (const { before, path } of found) {
            if (before.status !== "archived") continue;
            // While it was archived, what its rows point at may have been archived too.
            const rows = toRowInputs(toPlanDocument(await selectPlanRows(tx, before.id), []));
            await requireRows(tx, rows, () => `${path}.status`);
          }
        },
      }),
    ),
  );
