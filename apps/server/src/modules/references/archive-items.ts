import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems, type NounStore } from "#modules/audit/change-items.ts";
import { requireUnused, type UsedNoun } from "./require-unused.ts";

type Archived = { status: "archived"; version?: undefined };

/** Archives nouns of one kind; refused while something in service uses one of them. */
export const archiveItems = <Id extends string | number, Noun extends { id: Id; version: number }>(
  tx: AccountTransaction,
  store: NounStore<Id, Noun, Archived> & { noun: UsedNoun },
  items: readonly BulkItem<Id, Archived>[],
) =>
  changeItems(tx, store, {
    action: "archive",
    items,
    check: () => requireUnused(tx, store.noun, items),
  });
