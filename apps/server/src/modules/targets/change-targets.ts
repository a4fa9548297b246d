import type { UpdateTarget } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems } from "#modules/audit/change-items.ts";
import { requireBuyers } from "#modules/buyers/require-buyers.ts";
import { parseDestination } from "./parse-destination.ts";
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
    // Also when the buyer stays: bringing a target back needs a buyer in service.
    check: (found) =>
      requireBuyers(
        tx,
        found.map(({ before, patch, path }) => ({
          id: patch.buyerId ?? before.buyer.id,
          path: `${path}.buyerId`,
        })),
      ),
  });
