import type { Dashboard } from "@ccp/contract";
import { useState } from "react";
import { cn } from "#lib/cn.ts";
import { formatMoney } from "#lib/format-money.ts";
import { Card, CardTitle } from "#ui/card.tsx";
import { HourBars, type BarPart } from "./hour-bars.tsx";
import { type HourSlot, toHourSlots, toHourText } from "./hour-slots.ts";
import { HourTable } from "./hour-table.tsx";

const toUnits = (micros: string | undefined): number => Number(micros ?? 0) / 1_000_000;

const callParts: readonly BarPart[] = [
  { fill: "fill-live", toValue: ({ today }) => today?.connected ?? 0 },
  { fill: "fill-grey-8", toValue: ({ today }) => (today?.calls.value ?? 0) - (today?.connected ?? 0) },
];

const revenueParts: readonly BarPart[] = [
  { fill: "fill-good", toValue: ({ today }) => toUnits(today?.revenueMicros) },
];

const toHourRange = (hour: number): string => `${toHourText(hour)} to ${toHourText((hour + 1) % 24)}`;

const toCallsText = ({ hour, today, yesterday }: HourSlot): string => {
  const now = today === null ? "" : `${today.calls.value} calls, ${today.connected} connected; `;
  return `${toHourRange(hour)}: ${now}${yesterday?.calls.value ?? 0} yesterday`;
};

const toRevenueText = ({ hour, today, yesterday }: HourSlot, currency: string): string => {
  const now = today === null ? "" : `${formatMoney(today.revenueMicros, currency)}; `;
  return `${toHourRange(hour)}: ${now}${formatMoney(yesterday?.revenueMicros ?? "0", currency)} yesterday`;
};

/** The day by the hour: bars for today, a line for yesterday, and a table of both. */
export const HoursCard = ({ dashboard: { hours, currency } }: { dashboard: Dashboard }) => {
  const slots = toHourSlots(hours);
  const axis = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    notation: "compact",
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  });
  return (
    <Card className="min-w-0">
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        <Chart
          title="Calls by hour"
          legend={[
            { colour: "bg-live", text: "Connected" },
            { colour: "bg-grey-8", text: "Others" },
          ]}
          slots={slots}
          parts={callParts}
          isWhole
          toYesterday={({ yesterday }) => yesterday?.calls.value ?? 0}
          toAxisText={(value) => value.toLocaleString("en-US")}
          toText={toCallsText}
        />
        <Chart
          title="Revenue by hour"
          legend={[{ colour: "bg-good", text: "Today" }]}
          slots={slots}
          parts={revenueParts}
          isWhole={false}
          toYesterday={({ yesterday }) => toUnits(yesterday?.revenueMicros)}
          toAxisText={(value) => axis.format(value)}
          toText={(slot) => toRevenueText(slot, currency)}
        />
      </div>
      <HourTable slots={slots} currency={currency} />
    </Card>
  );
};

type LegendEntry = { colour: string; text: string };

const Legend = ({ entries }: { entries: readonly LegendEntry[] }) => (
  <span className="flex flex-wrap gap-x-3">
    {entries.map(({ colour, text }) => (
      <span key={text} className="inline-flex items-center gap-1.5">
        <span aria-hidden className={cn("size-2.5 rounded-full", colour)} />
        {text}
      </span>
    ))}
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className="w-3 border-t border-dashed border-grey-9" />
      Yesterday
    </span>
  </span>
);

type ChartProps = Omit<Parameters<typeof HourBars>[0], "onPoint"> & {
  title: string;
  legend: readonly LegendEntry[];
  toText: (slot: HourSlot) => string;
};

const Chart = ({ title, legend, toText, ...bars }: ChartProps) => {
  const [pointed, setPointed] = useState<HourSlot | null>(null);
  return (
    <div className="min-w-0">
      <CardTitle className="mb-0">{title}</CardTitle>
      <p className="mb-4 truncate text-label text-grey-11 tabular-nums">
        {pointed === null ? <Legend entries={legend} /> : toText(pointed)}
      </p>
      <HourBars {...bars} onPoint={setPointed} />
    </div>
  );
};
