import { z } from "zod";

/** As many at once as one transaction holds without keeping others waiting. */
export const bulkItemsMax = 500;

const findRepeated = (ids: readonly unknown[]): number[] =>
  ids.flatMap((id, index) => (ids.indexOf(id) < index ? [index] : []));

/** The id of an item that was parsed; what its parts are is open where this is called. */
const toId = (item: unknown): unknown => (item as { id: unknown }).id;

const repeated = "This id is in the list already.";

/** Changes of several nouns of one kind: all are made or none. */
export const bulkBody = <Id extends z.ZodType, Patch extends z.ZodType>(id: Id, patch: Patch) =>
  z.strictObject({
    items: z
      .array(z.strictObject({ id, patch }))
      .min(1)
      .max(bulkItemsMax)
      .superRefine((items, check) => {
        for (const index of findRepeated(items.map(toId))) {
          check.addIssue({ code: "custom", path: [index, "id"], message: repeated });
        }
      }),
  });

/** Several nouns of one kind to be archived: all are or none. */
export const idsBody = <Id extends z.ZodType>(id: Id) =>
  z.strictObject({
    ids: z
      .array(id)
      .min(1)
      .max(bulkItemsMax)
      .superRefine((ids, check) => {
        for (const index of findRepeated(ids)) {
          check.addIssue({ code: "custom", path: [index], message: repeated });
        }
      }),
  });

export const itemsOf = <Item extends z.ZodType>(item: Item) => z.strictObject({ items: z.array(item) });
