import { describeFilter, toAmountText, toMicros } from "@ccp/engine";
import { toHoursSummary } from "#hours-text.ts";
import { toProtectionText } from "#repeat-text.ts";
import { toRevenueText } from "#revenue-text.ts";
import type { Target } from "#target.ts";
import type { Cell, Column } from "./column.ts";
import { toFigureColumns, type WithFigures } from "./figure-columns.ts";
import { capsColumn } from "./limit-columns.ts";
import { recordColumns, toNameColumns } from "./record-columns.ts";

const toMoney = (micros: string | null): Cell => ({ kind: "money", micros, currency: null });

/** The seconds that a call has to last; null where that does not matter. */
const toLengthAsked = (revenue: Target["revenue"]): number | null => {
  if (revenue.kind === "tiers") return revenue.tiers[0]?.fromSeconds ?? null;
  const { conversion } = revenue;
  if (conversion.kind === "length") return conversion.seconds;
  return conversion.kind === "connected" ? 0 : null;
};

export const targetColumns: readonly Column<WithFigures<Target>>[] = [
  ...toNameColumns("target"),
  {
    id: "buyer",
    header: "Buyer",
    group: "General",
    isDefault: true,
    isNumeric: false,
    sort: "buyer",
    toCell: ({ buyer }) => ({ kind: "noun", noun: "buyer", ...buyer }),
  },
  {
    id: "destination",
    header: "Destination",
    group: "General",
    isDefault: true,
    isNumeric: false,
    toCell: ({ destination }) =>
      destination.kind === "phone"
        ? { kind: "phone", number: destination.address }
        : { kind: "text", text: destination.address },
  },
  {
    id: "hours",
    header: "Hours",
    group: "Routing",
    isDefault: true,
    isNumeric: false,
    toCell: ({ hours }) => ({ kind: "text", text: hours === null ? "Always open" : toHoursSummary(hours) }),
  },
  {
    id: "filter",
    header: "Filters",
    group: "Routing",
    isDefault: false,
    isNumeric: false,
    toCell: ({ filter, filterNames }) => ({
      kind: "text",
      text: filter === null ? "All calls" : describeFilter(filter, filterNames),
    }),
  },
  {
    id: "repeatCallers",
    header: "Repeat callers",
    group: "Routing",
    isDefault: false,
    isNumeric: false,
    toCell: ({ repeatCallers }) => ({ kind: "text", text: toProtectionText(repeatCallers) }),
  },
  {
    id: "barred",
    header: "Not dialled because",
    group: "Routing",
    isDefault: false,
    isNumeric: false,
    toCell: ({ barred }) => ({ kind: "text", text: barred }),
  },
  capsColumn,
  {
    id: "concurrencyMax",
    header: "Calls at once",
    group: "Routing",
    isDefault: true,
    isNumeric: true,
    toCell: ({ concurrencyMax }) => ({ kind: "count", value: concurrencyMax }),
  },
  {
    id: "ringTimeout",
    header: "Ring time",
    group: "Routing",
    isDefault: false,
    isNumeric: true,
    toCell: ({ ringTimeoutSeconds }) => ({ kind: "duration", seconds: ringTimeoutSeconds }),
  },
  {
    id: "terms",
    header: "Terms",
    group: "Terms",
    isDefault: true,
    isNumeric: false,
    sort: "revenue",
    toCell: ({ revenue }) => ({
      kind: "text",
      text: toRevenueText(revenue, (micros) => toAmountText(toMicros(micros))),
    }),
  },
  {
    id: "revenuePerCall",
    header: "Revenue per call",
    group: "Terms",
    isDefault: false,
    isNumeric: true,
    toCell: ({ revenue }) => toMoney(revenue.kind === "fixed" ? revenue.micros : null),
  },
  {
    id: "revenuePerMinute",
    header: "Revenue per minute",
    group: "Terms",
    isDefault: false,
    isNumeric: true,
    toCell: ({ revenue }) => toMoney(revenue.kind === "per-minute" ? revenue.microsPerMinute : null),
  },
  {
    id: "revenueAfter",
    header: "Revenue after",
    group: "Terms",
    isDefault: false,
    isNumeric: true,
    toCell: ({ revenue }) => ({ kind: "duration", seconds: toLengthAsked(revenue) }),
  },
  ...toFigureColumns(["live", "hour", "day", "month", "lastResult"]),
  ...recordColumns,
];
