import {
  callColumns,
  callStep,
  filterOf,
  listCallsQuery,
  type CallSummary,
  type Column,
  type Filter,
} from "@ccp/contract";
import { z } from "zod";
import { choiceField } from "#components/filters/choice-field.tsx";
import type { FilterField } from "#components/filters/filter-field.ts";
import { nounField } from "#components/filters/noun-field.tsx";
import type { ListSpec } from "#components/list-page/list-spec.ts";
import type { BoardCall } from "./board.ts";

export const stepTexts: Record<NonNullable<CallSummary["step"]>, string> = {
  routing: "Routing",
  dialling: "Ringing",
  talking: "Talking",
  ending: "Ending",
};

const who = "Who";

export const liveFields: readonly FilterField[] = [
  choiceField({ key: "step", param: "step", label: "State", group: "Call", choices: stepTexts }),
  nounField({ key: "campaignId", noun: "campaignId", label: "Campaign", group: who }),
  nounField({ key: "publisherId", noun: "publisherId", label: "Publisher", group: who }),
  nounField({ key: "targetId", noun: "targetId", label: "Target", group: who }),
  nounField({ key: "buyerId", noun: "buyerId", label: "Buyer", group: who }),
];

const group = "Call";

const ownColumns: readonly Column<BoardCall>[] = [
  {
    id: "state",
    header: "State",
    group,
    isDefault: true,
    isNumeric: false,
    toCell: ({ call }) => ({ kind: "status", status: call.step }),
  },
  {
    id: "timer",
    header: "Timer",
    group,
    isDefault: true,
    isNumeric: true,
    sort: "timer",
    toCell: () => ({ kind: "none" }),
  },
  {
    id: "step",
    header: "Current step",
    group,
    isDefault: true,
    isNumeric: false,
    toCell: () => ({ kind: "none" }),
  },
];

const shown = ["caller", "state", "city", "campaign", "publisher", "number", "target", "buyer"];
const offered = [...shown, "dialled", "attempts", "time", "id"];

/** Of the call log's columns those that say something of a call while it goes on. */
const logColumns = offered.flatMap((id): readonly Column<BoardCall>[] => {
  const column = callColumns.find((each) => each.id === id);
  if (column === undefined) return [];
  const { sort: _, toCell, ...rest } = column;
  return [
    {
      ...rest,
      // Beside the state of the call, the caller's goes by another name.
      ...(id === "state" && { id: "place", header: "Region" }),
      isDefault: shown.includes(id),
      toCell: ({ call }) => toCell(call),
    },
  ];
});

const liveQuery = listCallsQuery
  .pick({ campaignId: true, publisherId: true, targetId: true, buyerId: true })
  .extend({ step: filterOf(callStep).optional(), sort: z.enum(["timer", "-timer"]) });

export const liveList: ListSpec<BoardCall> = {
  name: "live-calls",
  query: liveQuery,
  columns: [...ownColumns, ...logColumns],
  filters: liveFields,
  search: null,
  defaultSort: "-timer",
  tabs: [
    { id: "board", label: "Board", query: {} },
    { id: "targets", label: "By target", query: {} },
    { id: "campaigns", label: "By campaign", query: {} },
  ],
};

const passes = (filter: Filter<string | number> | undefined, value: string | number | undefined): boolean =>
  filter === undefined || filter.values.some((each) => String(each) === String(value)) !== filter.isNot;

/** The calls that a list's query asks for, in its order. */
export const narrowCalls = (
  calls: readonly BoardCall[],
  query: Readonly<Record<string, string>>,
): readonly BoardCall[] => {
  const { sort, step, campaignId, publisherId, targetId, buyerId } = liveQuery.parse(query);
  const matching = calls.filter(
    ({ call }) =>
      passes(step, call.step ?? undefined) &&
      passes(campaignId, call.campaign?.id) &&
      passes(publisherId, call.publisher?.id) &&
      passes(targetId, call.target?.id) &&
      passes(buyerId, call.buyer?.id),
  );
  const sign = sort === "-timer" ? 1 : -1;
  return matching.toSorted(
    (one, other) => sign * (Date.parse(one.call.arrivedAt) - Date.parse(other.call.arrivedAt)),
  );
};
