import { type Filter, toFilterText } from "@ccp/contract";

const isFilter = (value: unknown): value is Filter<string | number> =>
  typeof value === "object" && value !== null && "isNot" in value && "values" in value;

const toWords = (key: string, value: unknown): string => {
  if (key === "sort") return `sorted by ${String(value)}`;
  return `${key}=${isFilter(value) ? toFilterText(value) : String(value)}`;
};

/** A query's filters and order, as a person can read them and set them again. */
export const describeQuery = (query: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(query)
    .filter(([key, value]) => key !== "columns" && value !== undefined)
    .map(([key, value]) => toWords(key, value));
