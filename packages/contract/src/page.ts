import { z } from "zod";
import { status } from "./fields.ts";
import { filterOf } from "./filter-value.ts";

/** Keyset paging: pass `nextCursor` back, with the same filters and sort, for the rows after the last one. */
export const pageQuery = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
};

export const page = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });

/** The sorts of a list; a minus turns the order round. */
export const sortOf = <Key extends string>(keys: readonly Key[]) =>
  z.enum(keys.flatMap((key): (Key | `-${Key}`)[] => [key, `-${key}`]));

/** Name, or the exact id. */
export const search = z.string().trim().max(120);

/** Filters that every noun with a name and a status has; without a status archived ones are left out. */
export const nounQuery = {
  ...pageQuery,
  status: filterOf(status).optional(),
  search: search.optional(),
};
