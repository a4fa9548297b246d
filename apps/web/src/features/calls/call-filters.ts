import { listCallsQuery } from "@ccp/contract";
import type { CallFilters } from "#api/queries.ts";

/** What the address calls a filter, and what the API calls it. */
const apiNames = {
  status: "status",
  outcome: "outcome",
  campaign: "campaignId",
  publisher: "publisherId",
  buyer: "buyerId",
  target: "targetId",
  caller: "caller",
} as const;

export type CallFilterKey = keyof typeof apiNames;

export type CallFilterValues = Partial<Record<CallFilterKey, string>>;

const keys = Object.keys(apiNames) as CallFilterKey[];

const isAllowedValue = (key: CallFilterKey, value: string): boolean =>
  listCallsQuery.shape[apiNames[key]].safeParse(value).success;

/** The filters in an address; what the API would refuse is left out, so that an old link still opens. */
export const readCallFilters = (search: string): CallFilterValues => {
  const params = new URLSearchParams(search);
  const values: CallFilterValues = {};
  for (const key of keys) {
    const value = params.get(key)?.trim();
    if (value !== undefined && value !== "" && isAllowedValue(key, value)) values[key] = value;
  }
  return values;
};

/** In a fixed order, so that the same filters are the same address. */
export const writeCallFilters = (values: CallFilterValues): string => {
  const params = new URLSearchParams();
  for (const key of keys) {
    const value = values[key];
    if (value !== undefined && value !== "") params.set(key, value);
  }
  return params.toString();
};

/** The same filters as a query for the API. */
export const toCallsQuery = (values: CallFilterValues): CallFilters =>
  listCallsQuery
    .pick({
      status: true,
      outcome: true,
      campaignId: true,
      publisherId: true,
      buyerId: true,
      targetId: true,
      caller: true,
    })
    .parse(
      Object.fromEntries(
        keys.flatMap((key) => (values[key] === undefined ? [] : [[apiNames[key], values[key]]])),
      ),
    );
