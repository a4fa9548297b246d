import { X } from "lucide-react";
import { useState } from "react";
import type { FieldValues } from "react-hook-form";
import { Combobox } from "./combobox.tsx";
import { findCountries, toCountryName } from "./country-field.tsx";
import { FieldFrame, useField, type FieldProps } from "./field.tsx";

/** A set of countries: those in it, each with a way out, and a search for more. */
export const CountriesField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
}: FieldProps<Values, Body, readonly string[]>) => {
  const [search, setSearch] = useState("");
  const { value, error, onChange, onBlur, ref } = useField<Values, Body, readonly string[]>({
    control,
    name,
  });
  const choices = findCountries(search).filter(({ id }) => !value.includes(id));
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className="grid grid-cols-1 gap-2">
          <ul aria-label={label} className="flex flex-wrap gap-1.5 empty:hidden">
            {value.map((code) => (
              <CountryChip
                key={code}
                code={code}
                onRemove={() => onChange(value.filter((other) => other !== code))}
              />
            ))}
          </ul>
          <Combobox
            {...wiring}
            ref={ref}
            searchLabel="Search for a country"
            shown="Add a country"
            isEmpty
            value=""
            choices={choices}
            search={search}
            onSearch={setSearch}
            onChoose={(code) => onChange([...value, code])}
            onBlur={onBlur}
            note={
              choices.length === 0 && (
                <p className="px-2 py-1 text-grey-11">No further country has this name.</p>
              )
            }
          />
        </div>
      )}
    </FieldFrame>
  );
};

const CountryChip = ({ code, onRemove }: { code: string; onRemove: () => void }) => (
  <li className="flex items-center gap-1 rounded-control border border-grey-6 bg-grey-3 py-0.5 pr-0.5 pl-2">
    {toCountryName(code)}
    <button
      type="button"
      aria-label={`Remove ${toCountryName(code)}`}
      onClick={onRemove}
      className="flex size-6 items-center justify-center rounded-control text-grey-11 hover:bg-grey-5 hover:text-grey-12"
    >
      <X aria-hidden className="size-3.5" />
    </button>
  </li>
);
