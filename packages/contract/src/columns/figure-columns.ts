import type { NounFigures } from "#figures.ts";
import type { Cell, Column } from "./column.ts";

/** A noun beside its figures: null where it has no calls, undefined while they are not known. */
export type WithFigures<Noun> = Noun & { figures: NounFigures | null | undefined };

type Row = WithFigures<unknown>;

const group = "Figures";

const toCount =
  (key: "live" | "hour" | "day" | "month" | "connected" | "converted") =>
  ({ figures }: Row): Cell => ({
    kind: "count",
    value: figures === undefined ? null : (figures?.[key] ?? 0),
  });

const toShare =
  (key: "connectedShare" | "convertedShare") =>
  ({ figures }: Row): Cell => ({ kind: "percent", share: figures?.[key] ?? null });

const toMoney =
  (toMicros: (figures: NounFigures) => string) =>
  ({ figures }: Row): Cell => {
    if (figures === undefined) return { kind: "money", micros: null, currency: null };
    return { kind: "money", micros: figures === null ? "0" : toMicros(figures), currency: null };
  };

const toLastResult = (call: NounFigures["lastCall"] | undefined): string | null => {
  if (call === undefined || call.status !== "ended") return call?.status ?? null;
  return call.converted ? "converted" : call.outcome;
};

const numeric = { group, isNumeric: true } as const;

export const figureColumns: readonly Column<Row>[] = [
  { id: "live", header: "Live", ...numeric, isDefault: true, toCell: toCount("live") },
  { id: "hour", header: "Hour", ...numeric, isDefault: true, toCell: toCount("hour") },
  { id: "day", header: "Today", ...numeric, isDefault: true, toCell: toCount("day") },
  { id: "month", header: "Month", ...numeric, isDefault: true, toCell: toCount("month") },
  { id: "connected", header: "Connected today", ...numeric, isDefault: false, toCell: toCount("connected") },
  { id: "converted", header: "Converted today", ...numeric, isDefault: false, toCell: toCount("converted") },
  {
    id: "connectedRate",
    header: "Connected %",
    ...numeric,
    isDefault: false,
    toCell: toShare("connectedShare"),
  },
  {
    id: "convertedRate",
    header: "Converted %",
    ...numeric,
    isDefault: true,
    toCell: toShare("convertedShare"),
  },
  {
    id: "revenue",
    header: "Revenue today",
    ...numeric,
    isDefault: true,
    toCell: toMoney(({ revenueMicros }) => revenueMicros),
  },
  {
    id: "payout",
    header: "Payout today",
    ...numeric,
    isDefault: false,
    toCell: toMoney(({ payoutMicros }) => payoutMicros),
  },
  {
    id: "margin",
    header: "Margin today",
    ...numeric,
    isDefault: false,
    toCell: toMoney(({ revenueMicros, payoutMicros }) =>
      (BigInt(revenueMicros) - BigInt(payoutMicros)).toString(),
    ),
  },
  {
    id: "lastResult",
    header: "Last result",
    group,
    isNumeric: false,
    isDefault: false,
    toCell: ({ figures }) => ({ kind: "status", status: toLastResult(figures?.lastCall) }),
  },
  {
    id: "lastCall",
    header: "Last call",
    group,
    isNumeric: false,
    isDefault: false,
    toCell: ({ figures }) => ({ kind: "time", at: figures?.lastCall.arrivedAt ?? null }),
  },
];

/** The columns of figures, of which these are shown until somebody chooses otherwise. */
export const toFigureColumns = (shown: readonly string[]): readonly Column<Row>[] =>
  figureColumns.map((column) => ({ ...column, isDefault: shown.includes(column.id) }));
