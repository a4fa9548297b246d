import { z } from "zod";
import { itemsOf } from "./bulk.ts";
import { name, time, uuid, version } from "./fields.ts";
import { filterOf } from "./filter-value.ts";
import { page, pageQuery, search, sortOf } from "./page.ts";

/** Values that one list may have. */
export const listValuesMax = 100_000;

/** Lists that one account may have, archived ones not counted. */
export const valueListsMax = 100;

/** Bytes of a request that brings a list's values. */
export const listBytesMax = 6_000_000;

const listStatus = z.enum(["active", "archived"]);

/** A value in each line, or in the first column of a table with commas; a value that stands there twice counts once. */
const text = z.string().min(1, "Give at least one value.").max(4_000_000, "This is too much for one list.");

export const createValueListBody = z.strictObject({ name, text });

export type CreateValueList = z.infer<typeof createValueListBody>;

/** The status brings an archived list back. */
export const updateValueListBody = z.strictObject({ name, status: z.enum(["active"]), version }).partial();

export type UpdateValueList = z.infer<typeof updateValueListBody>;

export const replaceListValuesBody = z.strictObject({ text, version: version.optional() });

export type ReplaceListValues = z.infer<typeof replaceListValuesBody>;

export const listValueListsQuery = z.strictObject({
  ...pageQuery,
  sort: sortOf(["name", "valueCount", "createdAt", "updatedAt"]).default("name"),
  status: filterOf(listStatus).optional(),
  search: search.optional(),
});

export type ListValueListsQuery = z.infer<typeof listValueListsQuery>;

export const valueList = z.strictObject({
  id: uuid,
  name: z.string(),
  status: listStatus,
  valueCount: z.number(),
  /** Targets in service whose filters ask for it. */
  targetCount: z.number(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type ValueList = z.infer<typeof valueList>;

export const valueListPage = page(valueList);

export const valueListItems = itemsOf(valueList);
