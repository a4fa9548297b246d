import type { UpdateBuyer } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems } from "#modules/audit/change-items.ts";
import { buyerStore } from "./buyers.store.ts";

export const changeBuyers = (tx: AccountTransaction, items: readonly BulkItem<number, UpdateBuyer>[]) =>
  changeItems(tx, buyerStore, { action: "update", items });
