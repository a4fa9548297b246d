import { lazy } from "react";
import type { NounFilter } from "#api/queries.ts";
import { NounName } from "#components/noun-name.tsx";
import { toFieldBase, type FieldNames, type FilterField } from "./filter-field.ts";
import { FilterWords } from "./filter-words.tsx";

const NounEditor = lazy(async () => ({ default: (await import("./noun-editor.tsx")).NounEditor }));

/** A filter by nouns, found by their names. */
export const nounField = ({
  noun,
  ...names
}: Omit<FieldNames, "param"> & { noun: NounFilter }): FilterField => ({
  ...toFieldBase({ ...names, param: noun }),
  Words: ({ value }) => <FilterWords value={value} renderName={(id) => <NounName noun={noun} id={id} />} />,
  Editor: (props) => <NounEditor noun={noun} label={names.label} {...props} />,
});
