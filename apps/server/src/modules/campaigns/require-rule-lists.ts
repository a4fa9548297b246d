import type { PayoutRule } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { requireValueLists } from "#modules/value-lists/require-value-lists.ts";

/** Refuses to bring back rules that ask for archived lists; `path` is the field that would. */
export const requireRuleLists = (
  tx: AccountTransaction,
  rules: readonly PayoutRule[],
  path: string,
): Promise<void> =>
  requireValueLists(
    tx,
    rules.flatMap(({ filter }) =>
      (filter?.all ?? []).flatMap(({ any }) =>
        any.flatMap(({ listId }) => (listId === undefined ? [] : [{ id: listId, path }])),
      ),
    ),
  );
