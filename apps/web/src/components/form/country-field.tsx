import { countries } from "@ccp/contract";
import type { FieldValues } from "react-hook-form";
import { CodeField, type CodeFieldProps } from "./code-field.tsx";

const names = new Intl.DisplayNames("en-US", { type: "region" });

export const toCountryName = (code: string): string => names.of(code) ?? code;

const byName = countries
  .map((code) => ({ id: code, name: toCountryName(code), detail: code }))
  .toSorted((one, other) => one.name.localeCompare(other.name, "en-US"));

export const findCountries = (search: string) => {
  const words = search.trim().toLowerCase();
  return byName.filter(({ id, name }) => id.toLowerCase() === words || name.toLowerCase().includes(words));
};

/** A country by its name; the form holds its two letters. */
export const CountryField = <Values extends FieldValues, Body>(props: CodeFieldProps<Values, Body>) => (
  <CodeField {...props} codes={{ noun: "country", find: findCountries, toShown: toCountryName }} />
);
