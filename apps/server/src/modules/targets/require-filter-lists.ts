import type { CallFilter } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { requireValueLists } from "#modules/value-lists/require-value-lists.ts";

/** Refuses filters that ask for lists which are absent, somebody else's or archived, at the place in the filter. */
export const requireFilterLists = (
  tx: AccountTransaction,
  filters: readonly { filter: CallFilter | null; path: string }[],
): Promise<void> =>
  requireValueLists(
    tx,
    filters.flatMap(({ filter, path }) =>
      (filter?.all ?? []).flatMap(({ any }, block) =>
        any.flatMap(({ listId }, index) =>
          listId === undefined ? [] : [{ id: listId, path: `${path}.all.${block}.any.${index}.listId` }],
        ),
      ),
    ),
  );
