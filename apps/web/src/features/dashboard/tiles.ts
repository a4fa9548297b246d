import type { Dashboard, HourFigures, PeriodFigures } from "@ccp/contract";
import { toCallsAddress } from "#lib/calls-address.ts";
import { formatDuration } from "#lib/format-duration.ts";
import { formatMoney } from "#lib/format-money.ts";
import { formatPercent } from "#lib/format-percent.ts";
import { compareAmounts, compareSeconds, compareShares, type Delta } from "./compare.ts";

/** A headline figure, how it compares, how it went by hour, and the calls it is made of. */
export type Tile = {
  label: string;
  /** "–" where there is nothing to say. */
  value: string;
  /** Yesterday's up to the same time; null where there was nothing. */
  before: string | null;
  delta: Delta;
  href: string;
  points: readonly (number | null)[];
};

const none = "–";

const toShare = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const toPercentText = (share: number | null): string | null => (share === null ? null : formatPercent(share));

const toLengthText = (seconds: number | null): string | null =>
  seconds === null ? null : formatDuration(seconds);

/** For drawing alone; what is shown in digits is never rounded. */
const toUnits = (micros: string): number => Number(micros) / 1_000_000;

const toMargin = ({ revenueMicros, payoutMicros }: HourFigures): number =>
  toUnits(revenueMicros) - toUnits(payoutMicros);

type Both = { now: PeriodFigures; before: PeriodFigures; hours: readonly HourFigures[]; currency: string };

const toCountTiles = ({ now, before, hours }: Both): Tile[] => [
  {
    label: "Incoming calls",
    value: now.calls.value.toLocaleString("en-US"),
    before: before.calls.value.toLocaleString("en-US"),
    delta: compareAmounts(now.calls.value, before.calls.value),
    href: toCallsAddress(now.calls.filters),
    points: hours.map(({ calls }) => calls.value),
  },
  {
    label: "Connected",
    value: toPercentText(now.connectedShare) ?? none,
    before: toPercentText(before.connectedShare),
    delta: compareShares(now.connectedShare, before.connectedShare),
    href: toCallsAddress(now.connected.filters),
    points: hours.map(({ connected, ended }) => toShare(connected, ended)),
  },
  {
    label: "Converted",
    value: toPercentText(now.convertedShare) ?? none,
    before: toPercentText(before.convertedShare),
    delta: compareShares(now.convertedShare, before.convertedShare),
    href: toCallsAddress(now.converted.filters),
    points: hours.map(({ converted, connected }) => toShare(converted, connected)),
  },
  {
    label: "Average length",
    value: toLengthText(now.averageConnectedSeconds) ?? none,
    before: toLengthText(before.averageConnectedSeconds),
    delta: compareSeconds(now.averageConnectedSeconds, before.averageConnectedSeconds),
    href: toCallsAddress(now.connected.filters, "-connectedSeconds"),
    points: hours.map(({ connectedSeconds, connected }) => toShare(connectedSeconds, connected)),
  },
];

type MoneyKey = "revenueMicros" | "payoutMicros" | "marginMicros";

const toMoneyTile = (
  label: string,
  key: MoneyKey,
  { now, before, hours, currency }: Both,
  toPoint: (hour: HourFigures) => number,
): Tile => ({
  label,
  value: formatMoney(now[key], currency),
  before: formatMoney(before[key], currency),
  delta: compareAmounts(toUnits(now[key]), toUnits(before[key])),
  href: toCallsAddress(now.calls.filters, key === "payoutMicros" ? "-payoutMicros" : "-revenueMicros"),
  points: hours.map(toPoint),
});

/** The day in eight figures beside those of yesterday at the same time. */
export const toTiles = ({ today, yesterday, hours, currency }: Dashboard): Tile[] => {
  const both = { now: today, before: yesterday, hours: hours.today, currency };
  return [
    ...toCountTiles(both),
    toMoneyTile("Revenue", "revenueMicros", both, ({ revenueMicros }) => toUnits(revenueMicros)),
    toMoneyTile("Payout", "payoutMicros", both, ({ payoutMicros }) => toUnits(payoutMicros)),
    toMoneyTile("Margin", "marginMicros", both, toMargin),
    {
      label: "Margin of revenue",
      value: toPercentText(today.marginShare) ?? none,
      before: toPercentText(yesterday.marginShare),
      delta: compareShares(today.marginShare, yesterday.marginShare),
      href: toCallsAddress(today.calls.filters, "-revenueMicros"),
      points: hours.today.map((hour) => toShare(toMargin(hour), toUnits(hour.revenueMicros))),
    },
  ];
};
