const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** One text for a JSON document, whatever the order of its keys: a database may have changed that order. */
export const toCanonicalText = (document: unknown): string => JSON.stringify(document, sortKeys);
