import { useState } from "react";
import type { FieldValues } from "react-hook-form";
import { Combobox } from "./combobox.tsx";
import { FieldFrame, useField, type FieldProps } from "./field.tsx";

const names = new Intl.DisplayNames("en-US", { type: "currency" });

const toName = (code: string): string => names.of(code) ?? code;

const likely = ["USD", "CAD", "EUR", "GBP", "AUD"];

const listCurrencies = () =>
  [...likely, ...Intl.supportedValuesOf("currency").filter((code) => !likely.includes(code))].map((code) => ({
    id: code,
    name: toName(code),
    detail: code,
  }));

let currencies: ReturnType<typeof listCurrencies> | null = null;

const findCurrencies = (search: string) => {
  currencies ??= listCurrencies();
  const words = search.trim().toLowerCase();
  return currencies.filter(
    ({ id, name }) => id.toLowerCase().includes(words) || name.toLowerCase().includes(words),
  );
};

/** A currency by its name or its three letters, which the form holds. */
export const CurrencyField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
}: FieldProps<Values, Body, string>) => {
  const [search, setSearch] = useState("");
  const { value, error, onChange, onBlur, ref } = useField({ control, name });
  const found = findCurrencies(search);
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      {(wiring) => (
        <Combobox
          {...wiring}
          ref={ref}
          searchLabel="Search for a currency"
          shown={value === "" ? "Choose" : `${toName(value)} (${value})`}
          isEmpty={value === ""}
          value={value}
          choices={found}
          search={search}
          onSearch={setSearch}
          onChoose={onChange}
          onBlur={onBlur}
          note={found.length === 0 && <p className="px-2 py-1 text-grey-11">No currency has this name.</p>}
        />
      )}
    </FieldFrame>
  );
};
