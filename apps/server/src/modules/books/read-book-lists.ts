import { type AccountBook, listFiltered, type RowFilter, toListQuestions } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BookList } from "#live/snapshot/snapshot.ts";

const readDigests = async (tx: AccountTransaction, ids: readonly string[]) => {
  const { rows } = await tx.query<{ id: string; digest: string }>(
    `select id, digest from value_lists where account_id = $1 and id = any ($2::uuid[]) order by id`,
    [tx.accountId, ids],
  );
  return rows;
};

const readValues = async (tx: AccountTransaction, id: string): Promise<string[]> => {
  const { rows } = await tx.query<{ content: string }>(
    "select content from value_lists where account_id = $1 and id = $2",
    [tx.accountId, id],
  );
  return (rows[0]?.content ?? "").split("\n");
};

/**
 * The value lists that these filters ask for. One that has not changed is the known one, so that it is neither
 * loaded nor compiled again; undefined where no filter asks.
 */
export const readRowLists = async (
  tx: AccountTransaction,
  rows: readonly { filter?: RowFilter }[],
  known: readonly BookList[] | undefined,
): Promise<readonly BookList[] | undefined> => {
  const ids = [...new Set(toListQuestions(rows).map(({ condition }) => condition.listId))];
  if (ids.length === 0) return undefined;
  const lists: BookList[] = [];
  for (const { id, digest } of await readDigests(tx, ids)) {
    const same = known?.find((list) => list.id === id && list.digest === digest);
    lists.push(same ?? { id, digest, values: await readValues(tx, id) });
  }
  return lists;
};

/** The same for all rows and payout rules of a book. */
export const readBookLists = (
  tx: AccountTransaction,
  { campaigns }: AccountBook,
  known: readonly BookList[] | undefined,
): Promise<readonly BookList[] | undefined> =>
  readRowLists(tx, Object.values(campaigns).flatMap(listFiltered), known);
