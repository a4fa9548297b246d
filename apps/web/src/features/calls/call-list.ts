import { callColumns, callerDigitsMin, listCallsQuery, type CallSummary } from "@ccp/contract";
import type { ListFilter, ListSpec, ListState, ListTab } from "#components/list-page/list-spec.ts";
import { toMoments } from "#lib/time-range.ts";
import { callFields } from "./call-fields.ts";

/** What the time control of the call log writes into the address. */
export const rangeKeys = { range: "range", from: "from", to: "to" } as const;

const toRangeFilters = (timeZone: string): readonly ListFilter[] => [
  {
    key: rangeKeys.range,
    // What is no range is passed on, so that the contract refuses it.
    toQuery: (value) => toMoments(value, timeZone, Date.now()) ?? { from: value },
  },
  { key: rangeKeys.from, toQuery: (value) => ({ from: value }) },
  { key: rangeKeys.to, toQuery: (value) => ({ to: value }) },
];

const tabs: readonly ListTab[] = [
  { id: "all", label: "All", query: {} },
  { id: "converted", label: "Converted", query: { converted: "true" } },
  { id: "connected", label: "Connected", query: { outcome: "connected" } },
  {
    id: "not-converted",
    label: "Connected but not converted",
    query: { outcome: "connected", converted: "false" },
  },
  { id: "nobody", label: "Nobody took it", query: { outcome: "not-connected" } },
  { id: "abandoned", label: "Caller hung up", query: { outcome: "abandoned" } },
  { id: "refused", label: "Refused", query: { outcome: "refused" } },
  { id: "recorded", label: "With recording", query: { hasRecording: "true" } },
  { id: "voicemail", label: "With voicemail", query: { hasVoicemail: "true" } },
  { id: "live", label: "In progress", query: { status: "ringing,in-progress" } },
];

const countDigits = (text: string): number => text.replaceAll(/\D/g, "").length;

/** Without a range a caller is found by the last digits alone, and a few of them are not enough. */
const queryWithoutRange = listCallsQuery.extend({
  caller: listCallsQuery.shape.caller.refine(
    (text) => text === undefined || countDigits(text) >= callerDigitsMin,
  ),
});

/** The call log of an account in this zone; `hasRange`: a time range bounds the list. */
export const createCallList = (timeZone: string, hasRange: boolean): ListSpec<CallSummary> => ({
  name: "calls",
  query: hasRange ? listCallsQuery : queryWithoutRange,
  columns: callColumns,
  filters: [...callFields, ...toRangeFilters(timeZone)],
  search: {
    key: "caller",
    param: "caller",
    placeholder: hasRange ? "Caller's number, any part" : "Caller's number, last digits",
    problem: hasRange
      ? "Give digits of the number, such as 555 0142."
      : `Give the last ${callerDigitsMin} digits or more, or choose a time range.`,
  },
  defaultSort: "-arrivedAt",
  tabs,
});

export const hasRangeIn = (values: Readonly<Record<string, string | undefined>>): boolean =>
  values[rangeKeys.range] !== undefined || values[rangeKeys.from] !== undefined;

/** What is set in place of no range where the server would refuse to look through all calls there ever were. */
const boundedRange = "30d";

/** The filters with the range that this sort or these filters need, or null where nothing is missing. */
export const findMissingRange = ({
  sort,
  filters,
}: Pick<ListState, "sort" | "filters">): ListState["filters"] | null => {
  const needsRange = filters["dialled"] !== undefined || !/^-?arrivedAt$/.test(sort);
  return needsRange && !hasRangeIn(filters) ? { ...filters, [rangeKeys.range]: boundedRange } : null;
};
