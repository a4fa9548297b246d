import { useSearchParams } from "wouter";
import { getDashboardQuery } from "@ccp/contract";
import type { FilterField } from "#components/filters/filter-field.ts";
import { nounField } from "#components/filters/noun-field.tsx";

const group = "Who";

export const dashboardFields: readonly FilterField[] = [
  nounField({ key: "campaign", noun: "campaignId", label: "Campaign", group }),
  nounField({ key: "publisher", noun: "publisherId", label: "Publisher", group }),
  nounField({ key: "buyer", noun: "buyerId", label: "Buyer", group }),
];

type Values = Readonly<Record<string, string>>;

const isAccepted = (query: Values): boolean => getDashboardQuery.safeParse(query).success;

/** Values by the fields' keys; what the API would refuse is left out, so that an old link still opens. */
const readValues = (params: URLSearchParams): Record<string, string> => {
  const values: Record<string, string> = {};
  for (const { key, toQuery } of dashboardFields) {
    const value = params.get(key) ?? "";
    if (value !== "" && isAccepted(toQuery(value))) values[key] = value;
  }
  return values;
};

const toQuery = (values: Values): Record<string, string> =>
  Object.assign({}, ...dashboardFields.map((field) => field.toQuery(values[field.key] ?? ""))) as Record<
    string,
    string
  >;

/** The filters as they stand in the address, and as the API takes them. */
export const useFilters = () => {
  const [params, setParams] = useSearchParams();
  const values = readValues(params);
  const query = Object.fromEntries(Object.entries(toQuery(values)).filter(([, value]) => value !== ""));
  const change = (next: Values, { isMinor }: { isMinor: boolean }): void =>
    setParams(
      (known) => {
        const changed = new URLSearchParams(known);
        for (const { key } of dashboardFields) changed.delete(key);
        for (const [key, value] of Object.entries(next)) changed.set(key, value);
        return changed;
      },
      { replace: isMinor },
    );
  return { values, query, change };
};
