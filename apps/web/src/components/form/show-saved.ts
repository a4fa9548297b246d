import { toast } from "#lib/toast.ts";
import { describeValue, toFieldLabel, type Setting } from "#lib/field-words.ts";

type Change = { key: string; before: unknown; after: unknown };

const isId = (key: string): boolean => key.endsWith("Id");

/** "Payout: $10.00 → $12.50" for one change, the names of the fields for several. */
export const toSavedText = (changes: readonly Change[], setting: Setting): string => {
  const [only, ...rest] = changes;
  if (only === undefined) return "Saved";
  if (rest.length > 0) return `Saved: ${changes.map(({ key }) => toFieldLabel(key)).join(", ")}`;
  const label = toFieldLabel(only.key);
  if (isId(only.key)) return `Saved: ${label}`;
  const [before, after] = [only.before, only.after].map((value) => describeValue(only.key, value, setting));
  return `Saved ${label}: ${before} → ${after}`;
};

/** Says what a save has changed. */
export const showSaved = (changes: readonly Change[], setting: Setting): void => {
  toast.success(toSavedText(changes, setting));
};
