import type { Filter } from "@ccp/contract";
import { type AnyColumn, type SQL, and, eq, inArray, isNull, ne, notInArray, or, sql } from "drizzle-orm";
import { type Keyset, type KeysetColumn, toKeyset } from "./keyset.ts";

type NounTable = {
  accountId: AnyColumn;
  id: AnyColumn;
  name: AnyColumn;
  status: AnyColumn;
  createdAt: AnyColumn;
  updatedAt: AnyColumn;
};

export type NounQuery = {
  limit: number;
  sort: string;
  cursor?: string | undefined;
  status?: Filter<"active" | "paused" | "archived"> | undefined;
  search?: string | undefined;
};

/** Text anywhere in a column, whatever its case; percent signs and the like stand for themselves. */
export const contains = (column: AnyColumn | SQL, text: string): SQL =>
  sql`${column} ilike ${`%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`;

/** Whether a column has one of the filter's values or, when it is turned round, none of them, nothing included. */
export const isAmong = (column: AnyColumn, filter: Filter<string | number> | undefined): SQL | undefined => {
  if (filter === undefined) return undefined;
  return filter.isNot
    ? or(isNull(column), notInArray(column, filter.values))
    : inArray(column, filter.values);
};

/** The order and the filter that all nouns with a name and a status share; archived ones only when asked for. */
export const toNounList = (
  accountId: string,
  table: NounTable,
  query: NounQuery,
  { idType, sorts = {} }: { idType: "uuid" | "bigint"; sorts?: Record<string, KeysetColumn> },
): { keyset: Keyset; where: SQL | undefined } => {
  const { search, status } = query;
  const keyset = toKeyset(
    query,
    {
      name: { expression: sql`lower(${table.name})`, type: "text" },
      status: { expression: table.status, type: "text" },
      createdAt: { expression: table.createdAt, type: "timestamptz" },
      updatedAt: { expression: table.updatedAt, type: "timestamptz" },
      ...sorts,
    },
    { expression: table.id, type: idType },
  );
  const where = and(
    eq(table.accountId, accountId),
    status === undefined ? ne(table.status, "archived") : isAmong(table.status, status),
    search === undefined
      ? undefined
      : or(contains(table.name, search), sql`${table.id}::text = ${search.toLowerCase()}`),
    keyset.after,
  );
  return { keyset, where };
};
