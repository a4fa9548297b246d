import { countries } from "@ccp/contract";
import { useState } from "react";
import type { FieldValues } from "react-hook-form";
import { Combobox } from "./combobox.tsx";
import { FieldFrame, useField, type FieldProps } from "./field.tsx";

const names = new Intl.DisplayNames("en-US", { type: "region" });

const toName = (code: string): string => names.of(code) ?? code;

const byName = countries
  .map((code) => ({ id: code, name: toName(code), detail: code }))
  .toSorted((one, other) => one.name.localeCompare(other.name, "en-US"));

const findCountries = (search: string) => {
  const words = search.trim().toLowerCase();
  return byName.filter(({ id, name }) => id.toLowerCase() === words || name.toLowerCase().includes(words));
};

/** A country by its name; the form holds its two letters. */
export const CountryField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
}: FieldProps<Values, Body, string>) => {
  const [search, setSearch] = useState("");
  const { value, error, onChange, onBlur, ref } = useField({ control, name });
  const choices = findCountries(search);
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      {(wiring) => (
        <Combobox
          {...wiring}
          ref={ref}
          searchLabel="Search for a country"
          shown={value === "" ? "Choose" : toName(value)}
          isEmpty={value === ""}
          value={value}
          choices={choices}
          search={search}
          onSearch={setSearch}
          onChoose={onChange}
          onBlur={onBlur}
          note={choices.length === 0 && <p className="px-2 py-1 text-grey-11">No country has this name.</p>}
        />
      )}
    </FieldFrame>
  );
};
