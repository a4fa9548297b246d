import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FieldValues } from "react-hook-form";
import { explainFailure } from "#api/errors.ts";
import { choicesQuery, type NounFilter } from "#api/queries.ts";
import { NounName } from "#components/noun-name.tsx";
import { Combobox, type Choice } from "./combobox.tsx";
import { FieldFrame, useField, type FieldProps } from "./field.tsx";

type NounFieldProps<Values extends FieldValues, Body> = FieldProps<Values, Body, string> & {
  noun: NounFilter;
  /** What it means to choose nothing, such as "No fallback"; without it something has to be chosen. */
  none?: string;
};

/** Another noun by its name; the form holds its id as text, empty for none. */
export const NounField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
  noun,
  none,
}: NounFieldProps<Values, Body>) => {
  const [search, setSearch] = useState("");
  const { value, error, onChange, onBlur, ref } = useField({ control, name });
  const { data, error: failure, isPlaceholderData } = useQuery(choicesQuery(noun, search.trim()));
  const nobody: Choice[] = none === undefined || search !== "" ? [] : [{ id: "", name: none }];
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      {(wiring) => (
        <Combobox
          {...wiring}
          ref={ref}
          searchLabel={`Search for ${label.toLowerCase()}`}
          shown={value === "" ? (none ?? "Choose") : <NounName noun={noun} id={value} />}
          isEmpty={value === ""}
          value={value}
          choices={[...nobody, ...(data ?? [])]}
          search={search}
          onSearch={setSearch}
          onChoose={onChange}
          onBlur={onBlur}
          isStale={isPlaceholderData}
          note={<ChoicesNote failure={failure} count={data?.length} />}
        />
      )}
    </FieldFrame>
  );
};

const ChoicesNote = ({ failure, count }: { failure: Error | null; count: number | undefined }) => {
  if (failure !== null) return <p className="px-2 py-1 text-label text-bad">{explainFailure(failure)}</p>;
  if (count === 0) return <p className="px-2 py-1 text-grey-11">Nothing has this name.</p>;
  return null;
};
