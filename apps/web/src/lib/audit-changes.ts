/** A field of something before and after; undefined where it was not there. */
export type FieldChange = { key: string; before: unknown; after: unknown };

/** Fields that count and date the changes themselves, or only say what others are called. */
const bookkeeping = ["id", "version", "createdAt", "updatedAt", "filterNames"];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is not a document of fields, such as a list, is taken for one field of its own. */
const toFields = (value: unknown): Record<string, unknown> => {
  if (isRecord(value)) return value;
  return value === null || value === undefined ? {} : { content: value };
};

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === "";

/** Documents come out of the database with their keys in any order. */
const toCanonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
  ) ?? "";

/** The fields that differ between two states; what was and is empty is left out. */
export const toFieldChanges = (before: unknown, after: unknown): FieldChange[] => {
  const [old, now] = [toFields(before), toFields(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((key) => !bookkeeping.includes(key))
    .map((key) => ({ key, before: old[key], after: now[key] }))
    .filter((change) => !(isEmpty(change.before) && isEmpty(change.after)))
    .filter((change) => toCanonical(change.before) !== toCanonical(change.after));
};
