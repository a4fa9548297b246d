/** By what people know a noun, in the order in which it is looked for; the first is what most of them have. */
const nameFields = ["name", "number", "email", "value"] as const;

/** What a noun was called when it was written down; null for what has no name. */
export const findNounName = (document: unknown): string | null => {
  if (typeof document !== "object" || document === null) return null;
  const fields = new Map<string, unknown>(Object.entries(document));
  const found = nameFields.map((field) => fields.get(field)).find((value) => typeof value === "string");
  return typeof found === "string" ? found : null;
};
