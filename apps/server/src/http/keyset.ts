import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { invalidField } from "./app-error.ts";
import { isKept } from "./kept-text.ts";

/** What a list is ordered by, with the SQL type that its text is read back as. */
export type KeysetColumn = { expression: SQL | AnyColumn; type: "text" | "timestamptz" | "bigint" | "uuid" };

export type Keyset = {
  /** To be selected with each row. */
  sortKey: SQL<string>;
  /** The rows after the cursor; undefined for the first page. */
  after: SQL | undefined;
  orderBy: SQL[];
};

const int8Max = 2n ** 63n - 1n;

/** As the database writes it, in whichever zone. */
const timeText = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/;

/** Days that are in no month would be carried over. What never ends sorts as infinity. */
const isTime = (text: string): boolean => {
  if (text === "infinity") return true;
  const [, day, clock] = timeText.exec(text) ?? [];
  const at = new Date(`${day}T${clock}Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${day}T${clock}`);
};

/** Whether the database can read a text back as the type: a cursor comes from outside. */
const isOfType: Record<KeysetColumn["type"], (text: string) => boolean> = {
  text: isKept,
  timestamptz: isTime,
  bigint: (text) => /^-?\d{1,19}$/.test(text) && BigInt(text) <= int8Max && BigInt(text) >= -int8Max,
  uuid: (text) => z.uuid().safeParse(text).success,
};

const cursorShape = z.tuple([z.string(), z.string(), z.string()]);

const toCursor = (sort: string, key: string, id: string | number): string =>
  Buffer.from(JSON.stringify([sort, key, String(id)])).toString("base64url");

const readCursor = (
  cursor: string,
  sort: string,
  types: { key: KeysetColumn["type"]; id: KeysetColumn["type"] },
): { key: string; id: string } => {
  const wrong = invalidField("query.cursor", "This is no cursor of this list and sort.");
  try {
    const [cursorSort, key, id] = cursorShape.parse(
      JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")),
    );
    if (cursorSort === sort && isOfType[types.key](key) && isOfType[types.id](id)) return { key, id };
  } catch {
    throw wrong;
  }
  throw wrong;
};

/** A sort by one key with the id as tie-break; a minus in front of the key's name turns both round. */
export const toKeyset = (
  { sort, cursor }: { sort: string; cursor?: string | undefined },
  keys: Readonly<Record<string, KeysetColumn>>,
  id: KeysetColumn,
): Keyset => {
  const key = keys[sort.replace(/^-/, "")];
  if (key === undefined) throw new Error(`There is no sort "${sort}".`);
  const direction = sql.raw(sort.startsWith("-") ? "desc" : "asc");
  const comparison = sql.raw(sort.startsWith("-") ? "<" : ">");
  const last = cursor === undefined ? undefined : readCursor(cursor, sort, { key: key.type, id: id.type });
  return {
    sortKey: sql<string>`(${key.expression})::text`,
    after:
      last &&
      sql`(${key.expression}, ${id.expression}) ${comparison} (${last.key}::${sql.raw(key.type)}, ${last.id}::${sql.raw(id.type)})`,
    orderBy: [sql`${key.expression} ${direction}`, sql`${id.expression} ${direction}`],
  };
};

// What is left of a row and its sort key is the row.
const withoutSortKey = <Row>(keyed: Row & { sortKey: string }): Row => {
  const { sortKey: _, ...row } = keyed;
  return row as unknown as Row;
};

/** A page from rows that were read with one more than the limit; the sort key stays behind. */
export const toPage = <Row extends { id: string | number }, Item>(
  rows: readonly (Row & { sortKey: string })[],
  { limit, sort }: { limit: number; sort: string },
  toItem: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return {
    items: shown.map((row) => toItem(withoutSortKey(row))),
    nextCursor: hasMore ? toCursor(sort, last.sortKey, last.id) : null,
  };
};
