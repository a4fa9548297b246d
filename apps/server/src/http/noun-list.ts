import { type AnyColumn, type SQL, and, eq, ilike, ne, sql } from "drizzle-orm";
import { type Keyset, type KeysetColumn, toKeyset } from "./keyset.ts";

type NounTable = { accountId: AnyColumn; name: AnyColumn; status: AnyColumn; createdAt: AnyColumn };

export type NounQuery = {
  limit: number;
  sort: string;
  cursor?: string | undefined;
  status?: "active" | "paused" | "archived" | undefined;
  search?: string | undefined;
};

/** Text anywhere in a column, whatever its case; percent signs and the like stand for themselves. */
export const contains = (column: AnyColumn, text: string): SQL =>
  ilike(column, `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);

/** The order and the filter that all nouns with a name and a status share; archived ones only when asked for. */
export const toNounList = (
  accountId: string,
  table: NounTable,
  id: KeysetColumn,
  query: NounQuery,
): { keyset: Keyset; where: SQL | undefined } => {
  const keyset = toKeyset(
    query,
    {
      name: { expression: sql`lower(${table.name})`, type: "text" },
      createdAt: { expression: table.createdAt, type: "timestamptz" },
    },
    id,
  );
  const where = and(
    eq(table.accountId, accountId),
    query.status === undefined ? ne(table.status, "archived") : eq(table.status, query.status),
    query.search === undefined ? undefined : contains(table.name, query.search),
    keyset.after,
  );
  return { keyset, where };
};
