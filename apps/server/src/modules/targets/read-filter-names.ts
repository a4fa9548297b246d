import { listFilterIds, type CallFilter, type FilterNames } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";

/** What the value lists, campaigns and publishers of these filters are called, by id; those that are gone are left out. */
export const readFilterNames = async (
  tx: AccountTransaction,
  filters: readonly (CallFilter | null)[],
): Promise<FilterNames> => {
  const ids = new Set(filters.flatMap((filter) => (filter === null ? [] : listFilterIds(filter))));
  if (ids.size === 0) return {};
  const { rows } = await tx.query<{ id: string; name: string }>(
    `select id::text, name from value_lists where account_id = $1 and id = any ($2::uuid[])
     union all select id::text, name from campaigns where account_id = $1 and id = any ($2::uuid[])
     union all select id::text, name from publishers where account_id = $1 and id = any ($2::uuid[])`,
    [tx.accountId, [...ids]],
  );
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
};

/** The names that one filter needs. */
export const pickFilterNames = (filter: CallFilter | null, names: FilterNames): FilterNames =>
  Object.fromEntries(
    (filter === null ? [] : listFilterIds(filter)).flatMap((id) => {
      const name = names[id];
      return name === undefined ? [] : [[id, name] as const];
    }),
  );
