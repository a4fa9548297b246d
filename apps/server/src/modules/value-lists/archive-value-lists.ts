import type { ValueList } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import { type BulkItem, toBulkArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { changeItems } from "#modules/audit/change-items.ts";
import { listUsers, valueListStore } from "./value-lists.store.ts";

type Archived = { status: "archived"; version?: undefined };

const requireUnused = async (
  tx: AccountTransaction,
  items: readonly BulkItem<string, Archived>[],
): Promise<void> => {
  const paths = new Map(items.map(({ id, idPath }) => [id, idPath ?? ""]));
  const users = await listUsers(tx, [...paths.keys()]);
  if (users.length === 0) return;
  const message = "Take this list out of the filters of these targets, plans and payout rules first.";
  throw new AppError("in-use", message, {
    details: users.map(({ listId, name }) => ({ path: paths.get(listId) ?? "", message: name })),
  });
};

/** All of them or none. */
export const archiveValueLists = async ({
  pools,
  ctx,
  input,
}: Verb<{ ids: string[] }>): Promise<{ items: ValueList[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) => {
    const items: readonly BulkItem<string, Archived>[] = toBulkArchive(input.ids);
    return changeItems(tx, valueListStore, {
      action: "archive",
      items,
      check: () => requireUnused(tx, items),
    });
  }),
});
