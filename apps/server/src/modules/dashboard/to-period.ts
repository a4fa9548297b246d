import type { CallFilters, Count, HourFigures, PeriodFigures } from "@ccp/contract";
import { toShare } from "#modules/figures/to-share.ts";
import type { HourRow } from "./dashboard.store.ts";

type Period = { from: Date; to: Date; filters: CallFilters };

const sumOf = (
  rows: readonly HourRow[],
  key: "calls" | "ended" | "connectedSeconds" | "convertedEnded" | CountKey,
) => rows.reduce((total, row) => total + row[key], 0);

type CountKey = "connected" | "notConnected" | "abandoned" | "refused" | "converted" | "repeats";

const sumMicros = (rows: readonly HourRow[], key: "revenueMicros" | "payoutMicros"): bigint =>
  rows.reduce((total, row) => total + BigInt(row[key]), 0n);

const toWindow = ({ from, to, filters }: Period): CallFilters => ({
  ...filters,
  from: from.toISOString(),
  to: to.toISOString(),
});

const toMarginShare = (margin: bigint, revenue: bigint): number | null =>
  revenue === 0n ? null : Number(margin) / Number(revenue);

/** What the rows of a period add up to. */
export const toPeriod = (rows: readonly HourRow[], period: Period): PeriodFigures => {
  const window = toWindow(period);
  const toCount = (key: CountKey, filters: CallFilters): Count => ({
    value: sumOf(rows, key),
    filters: { ...window, ...filters },
  });
  const calls = sumOf(rows, "calls");
  const ended = sumOf(rows, "ended");
  const connected = toCount("connected", { outcome: "connected" });
  const revenue = sumMicros(rows, "revenueMicros");
  const payout = sumMicros(rows, "payoutMicros");
  return {
    from: period.from.toISOString(),
    to: period.to.toISOString(),
    calls: { value: calls, filters: window },
    live: { value: calls - ended, filters: { ...window, status: "!ended" } },
    ended: { value: ended, filters: { ...window, status: "ended" } },
    connected,
    notConnected: toCount("notConnected", { outcome: "not-connected" }),
    abandoned: toCount("abandoned", { outcome: "abandoned" }),
    refused: toCount("refused", { outcome: "refused" }),
    converted: toCount("converted", { converted: "true" }),
    repeats: toCount("repeats", { isDuplicate: "true" }),
    connectedShare: toShare(connected.value, ended),
    convertedShare: toShare(sumOf(rows, "convertedEnded"), connected.value),
    averageConnectedSeconds: toShare(sumOf(rows, "connectedSeconds"), connected.value),
    revenueMicros: revenue.toString(),
    payoutMicros: payout.toString(),
    marginMicros: (revenue - payout).toString(),
    marginShare: toMarginShare(revenue - payout, revenue),
  };
};

const hourMs = 3_600_000;

/** Each hour since the period's midnight, those without a call too. */
export const toHours = (
  rows: readonly HourRow[],
  hours: readonly number[],
  { from, to, filters }: Period,
): HourFigures[] =>
  hours.map((hour, place) => {
    const start = new Date(from.getTime() + place * hourMs);
    const end = new Date(Math.min(start.getTime() + hourMs, to.getTime()));
    const own = rows.filter((row) => row.place === place);
    return {
      hour,
      from: start.toISOString(),
      to: end.toISOString(),
      calls: { value: sumOf(own, "calls"), filters: toWindow({ from: start, to: end, filters }) },
      ended: sumOf(own, "ended"),
      connected: sumOf(own, "connected"),
      converted: sumOf(own, "converted"),
      connectedSeconds: sumOf(own, "connectedSeconds"),
      revenueMicros: sumMicros(own, "revenueMicros").toString(),
      payoutMicros: sumMicros(own, "payoutMicros").toString(),
    };
  });
