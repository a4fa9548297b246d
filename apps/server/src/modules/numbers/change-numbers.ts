import type { UpdateNumber } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems } from "#modules/audit/change-items.ts";
import { numberStore } from "./numbers.store.ts";
import { requireReferences } from "./require-references.ts";

export const changeNumbers = (tx: AccountTransaction, items: readonly BulkItem<number, UpdateNumber>[]) =>
  changeItems(tx, numberStore, {
    action: "update",
    items,
    check: (found) =>
      requireReferences(
        tx,
        found.map(({ patch, path }) => ({ ...patch, path })),
      ),
  });
