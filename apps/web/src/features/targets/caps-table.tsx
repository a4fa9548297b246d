import { capEvents, capPeriods } from "@ccp/engine";
import type { CapUsage } from "@ccp/contract";
import type { Control } from "react-hook-form";
import type { TargetBody, TargetValues } from "./target-form.ts";
import { CapCell } from "./cap-cell.tsx";

const eventWords = { dialled: "Dialled", connected: "Connected", converted: "Converted" } as const;

const periodWords = {
  hour: { heading: "Hour", per: "an hour" },
  day: { heading: "Day", per: "a day" },
  month: { heading: "Month", per: "a month" },
  "all-time": { heading: "All time", per: "in all" },
} as const;

type CapsTableProps = {
  control: Control<TargetValues, unknown, TargetBody>;
  usage: readonly CapUsage[];
};

/** A cap for each event and period, with what each has counted. */
export const CapsTable = ({ control, usage }: CapsTableProps) => (
  <div
    role="group"
    aria-label="Caps"
    className="grid grid-cols-4 gap-x-2 gap-y-3 md:grid-cols-[7rem_repeat(4,minmax(0,1fr))]"
  >
    <span className="max-md:hidden" />
    {capPeriods.map((period) => (
      <span key={period} aria-hidden className="text-right text-label text-grey-11 max-md:hidden">
        {periodWords[period].heading}
      </span>
    ))}
    {capEvents.map((on) => [
      <span key={on} className="font-medium max-md:col-span-4 md:pt-1.5">
        {eventWords[on]}
      </span>,
      ...capPeriods.map((period) => (
        <CapCell
          key={`${on} ${period}`}
          control={control}
          on={on}
          period={period}
          words={{
            label: `${eventWords[on]} calls ${periodWords[period].per}`,
            heading: periodWords[period].heading,
          }}
          usage={usage.find((each) => each.on === on && each.period === period)}
        />
      )),
    ])}
  </div>
);
