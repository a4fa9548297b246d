import { lazy } from "react";
import { toFieldBase, type FieldNames, type FilterField } from "./filter-field.ts";
import { FilterWords } from "./filter-words.tsx";

// With what it needs for searching, it is loaded when a filter is first opened.
const AnyOfEditor = lazy(async () => ({ default: (await import("./any-of-editor.tsx")).AnyOfEditor }));

/** A filter by a few values known beforehand, each with its name. */
export const choiceField = (
  names: FieldNames & { choices: Readonly<Record<string, string>> },
): FilterField => ({
  ...toFieldBase(names),
  Words: ({ value }) => <FilterWords value={value} renderName={(id) => names.choices[id] ?? id} />,
  Editor: ({ value, onChange }) => (
    <AnyOfEditor
      value={value}
      onChange={onChange}
      label={names.label}
      emptyText="Nothing has this name."
      choices={Object.entries(names.choices).map(([id, name]) => ({ id, name }))}
    />
  ),
});
