import { useState } from "react";
import type { FieldValues } from "react-hook-form";
import { Combobox, type Choice } from "./combobox.tsx";
import { FieldFrame, useField, type FieldProps } from "./field.tsx";

export type CodeFieldProps<Values extends FieldValues, Body> = FieldProps<Values, Body, string>;

type Codes = {
  /** What one of them is called, such as "country". */
  noun: string;
  find: (search: string) => readonly Choice[];
  toShown: (code: string) => string;
};

/** One of a fixed list by its name; the form holds its code. */
export const CodeField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
  codes: { noun, find, toShown },
}: CodeFieldProps<Values, Body> & { codes: Codes }) => {
  const [search, setSearch] = useState("");
  const { value, error, onChange, onBlur, ref } = useField({ control, name });
  const choices = find(search);
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      {(wiring) => (
        <Combobox
          {...wiring}
          ref={ref}
          searchLabel={`Search for a ${noun}`}
          shown={value === "" ? "Choose" : toShown(value)}
          isEmpty={value === ""}
          value={value}
          choices={choices}
          search={search}
          onSearch={setSearch}
          onChoose={onChange}
          onBlur={onBlur}
          note={choices.length === 0 && <p className="px-2 py-1 text-grey-11">No {noun} has this name.</p>}
        />
      )}
    </FieldFrame>
  );
};
