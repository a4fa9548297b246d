import { z } from "zod";

/** Keyset paging: pass `nextCursor` back, with the same filters and sort, for the rows after the last one. */
export const pageQuery = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
};

export const page = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });

/** The sorts of nouns with a name; a minus turns the order round. */
export const nounSort = z.enum(["name", "-name", "createdAt", "-createdAt"]).default("name");

/** Filters that every noun with a name and a status has. */
export const nounQuery = {
  ...pageQuery,
  sort: nounSort,
  status: z.enum(["active", "paused", "archived"]).optional(),
  search: z.string().trim().max(120).optional(),
};
