import type { UpdateBuyer } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems } from "#modules/audit/change-items.ts";
import { refuseReportedChanges } from "#modules/caps/refuse-reported-revenue.ts";
import { buyerStore } from "./buyers.store.ts";

export const changeBuyers = async (
  tx: AccountTransaction,
  items: readonly BulkItem<number, UpdateBuyer>[],
) => {
  const changed = await changeItems(tx, buyerStore, { action: "update", items });
  await refuseReportedChanges(tx, items, ["caps", "status"]);
  return changed;
};
