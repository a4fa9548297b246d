import type { UpdatePlan } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems } from "#modules/audit/change-items.ts";
import { selectPlanRows } from "./plan-rows.store.ts";
import { planStore } from "./plans.store.ts";
import { requireRows } from "./require-rows.ts";
import { toPlanDocument, toRowInputs } from "./to-plan-document.ts";

export const changePlans = (tx: AccountTransaction, items: readonly BulkItem<string, UpdatePlan>[]) =>
  changeItems(tx, planStore, {
    action: "update",
    items,
    check: async (found) => {
      for (const { before, path } of found) {
        if (before.status !== "archived") continue;
        // While it was archived, what its rows are for may have been archived too.
        const rows = toRowInputs(toPlanDocument(await selectPlanRows(tx, before.id), []));
        await requireRows(tx, rows, () => `${path}.status`);
      }
    },
  });
