import type { UpdateTarget } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems } from "#modules/audit/change-items.ts";
import { requireBuyers } from "#modules/buyers/require-buyers.ts";
import { parseDestination } from "./parse-destination.ts";
import { requireFilterLists } from "./require-filter-lists.ts";
import { targetStore } from "./targets.store.ts";

const withParsedDestination = (item: BulkItem<string, UpdateTarget>): BulkItem<string, UpdateTarget> => {
  const { destination, ...rest } = item.patch;
  if (destination === undefined) return item;
  return {
    ...item,
    patch: { ...rest, destination: parseDestination(destination, `${item.path}.destination.address`) },
  };
};

export const changeTargets = (tx: AccountTransaction, items: readonly BulkItem<string, UpdateTarget>[]) =>
  changeItems(tx, targetStore, {
    action: "update",
    items: items.map(withParsedDestination),
    // Also when they stay: bringing a target back needs a buyer and value lists in service.
    check: async (found) => {
      await requireBuyers(
        tx,
        found.map(({ before, patch, path }) => ({
          id: patch.buyerId ?? before.buyer.id,
          path: `${path}.buyerId`,
        })),
      );
      await requireFilterLists(
        tx,
        found.map(({ before, patch, path }) => ({
          filter: patch.filter === undefined ? before.filter : patch.filter,
          path: `${path}.filter`,
        })),
      );
    },
  });
