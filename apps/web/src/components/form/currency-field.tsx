import type { FieldValues } from "react-hook-form";
import { CodeField, type CodeFieldProps } from "./code-field.tsx";

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

const toShown = (code: string): string => `${toName(code)} (${code})`;

/** A currency by its name or its three letters, which the form holds. */
export const CurrencyField = <Values extends FieldValues, Body>(props: CodeFieldProps<Values, Body>) => (
  <CodeField {...props} codes={{ noun: "currency", find: findCurrencies, toShown }} />
);
