import { capPeriods, type Cap } from "@ccp/engine";
import type { CapUsage } from "@ccp/contract";
import { CapCell } from "./cap-cell.tsx";
import type { CapsControl } from "./caps-control.ts";

const rows = {
  dialled: { title: "Dialled", what: "Dialled calls", in: "caps.limits.dialled" },
  connected: { title: "Connected", what: "Connected calls", in: "caps.limits.connected" },
  converted: { title: "Converted", what: "Converted calls", in: "caps.limits.converted" },
  revenue: { title: "Revenue", what: "Revenue", in: "caps.sums.revenue" },
  payout: { title: "Payout", what: "Payout", in: "caps.sums.payout" },
} as const satisfies Record<Cap["on"], object>;

const periodWords = {
  hour: { heading: "Hour", per: "an hour" },
  day: { heading: "Day", per: "a day" },
  month: { heading: "Month", per: "a month" },
  "all-time": { heading: "All time", per: "in all" },
} as const;

type CapsTableProps = {
  control: CapsControl;
  /** What is counted here. */
  on: readonly Cap["on"][];
  usage: readonly CapUsage[];
};

/** A cap for each thing that is counted and each period, with what each has counted. */
export const CapsTable = ({ control, on, usage }: CapsTableProps) => (
  <div
    role="group"
    aria-label="Caps"
    className="grid grid-cols-2 gap-x-2 gap-y-3 sm:grid-cols-4 md:grid-cols-[7rem_repeat(4,minmax(0,1fr))]"
  >
    <span className="max-md:hidden" />
    {capPeriods.map((period) => (
      <span key={period} aria-hidden className="text-right text-label text-grey-11 max-md:hidden">
        {periodWords[period].heading}
      </span>
    ))}
    {on.map((each) => [
      <span key={each} className="col-span-2 font-medium sm:col-span-4 md:col-span-1 md:pt-1.5">
        {rows[each].title}
      </span>,
      ...capPeriods.map((period) => (
        <CapCell
          key={`${each} ${period}`}
          control={control}
          name={`${rows[each].in}.${period}`}
          isMoney={each === "revenue" || each === "payout"}
          words={{
            label: `${rows[each].what} ${periodWords[period].per}`,
            heading: periodWords[period].heading,
          }}
          usage={usage.find((one) => one.on === each && one.period === period)}
        />
      )),
    ])}
  </div>
);
