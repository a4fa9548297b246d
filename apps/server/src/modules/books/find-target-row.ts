import type { CallFilter, PlanRow } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BookList } from "#live/snapshot/snapshot.ts";
import { readFilterNames } from "#modules/targets/read-filter-names.ts";
import { findAccountRow, listTargets } from "./books.store.ts";
import { readRowLists } from "./read-book-lists.ts";
import { toPlanRow } from "./to-plan-row.ts";

/** A target as a book would have it, with the value lists that its filter asks for. */
export type TargetInBook = { row: PlanRow; lists: readonly BookList[] | undefined };

const place = { enabled: true, priority: 1, weight: 1 };

/** Whether any plan lists it or not; undefined where there is no such target in service. */
export const findTargetRow = async (
  tx: AccountTransaction,
  targetId: string,
): Promise<TargetInBook | undefined> => {
  const account = await findAccountRow(tx);
  const [found] = await listTargets(tx, targetId);
  if (account === undefined || found === undefined) return undefined;
  const names = await readFilterNames(tx, [found.target.filter as CallFilter | null]);
  const row = toPlanRow(found, { account, names }, place);
  return { row, lists: await readRowLists(tx, [row], undefined) };
};
