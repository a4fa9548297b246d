import { isDeepStrictEqual } from "node:util";
import type { Target, UpdateTarget } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems, type Found } from "#modules/audit/change-items.ts";
import { refuseReportedChanges } from "#modules/caps/refuse-reported-revenue.ts";
import { requireBuyers } from "#modules/buyers/require-buyers.ts";
import { parseDestination } from "./parse-destination.ts";
import { requireDialable } from "./require-dialable.ts";
import { requireFilterLists } from "./require-filter-lists.ts";
import { type TargetPatch, targetStore } from "./targets.store.ts";

const withParsedDestination = (item: BulkItem<string, UpdateTarget>): BulkItem<string, UpdateTarget> => {
  const { destination, ...rest } = item.patch;
  if (destination === undefined) return item;
  return {
    ...item,
    patch: { ...rest, destination: parseDestination(destination, `${item.path}.destination.address`) },
  };
};

/** What stays as it was is not refused: it was allowed once, and routing bars it where it no longer is. */
const toNewDestination = ({ before, patch: { destination }, path }: Found<Target, string, TargetPatch>) =>
  destination === undefined || isDeepStrictEqual(destination, before.destination)
    ? []
    : [{ destination, path: `${path}.destination.address` }];

export const changeTargets = async (
  tx: AccountTransaction,
  items: readonly BulkItem<string, UpdateTarget>[],
) => {
  const changed = await changeItems(tx, targetStore, {
    action: "update",
    items: items.map(withParsedDestination),
    check: async (found) => {
      // Also when they stay: bringing a target back needs a buyer and value lists in service.
      await requireBuyers(
        tx,
        found.map(({ before, patch, path }) => ({
          id: patch.buyerId ?? before.buyer.id,
          path: `${path}.buyerId`,
        })),
      );
      await requireDialable(tx, found.flatMap(toNewDestination));
      await requireFilterLists(
        tx,
        found.map(({ before, patch, path }) => ({
          filter: patch.filter === undefined ? before.filter : patch.filter,
          path: `${path}.filter`,
        })),
      );
    },
  });
  await refuseReportedChanges(tx, items, ["caps", "revenue", "buyerId", "status"]);
  return changed;
};
