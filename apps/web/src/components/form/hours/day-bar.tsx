import type { Span } from "@ccp/engine";
import { isOvernight } from "./edit-hours.ts";

const dayMinutes = 1440;

const toMinutes = (time: string): number => {
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(":").map(Number);
  return hours * 60 + minutes;
};

/** The day from midnight to midnight at a glance; what runs over midnight is drawn to the day's end. */
export const DayBar = ({ spans }: { spans: readonly Span[] }) => (
  <div
    aria-hidden
    className="relative col-span-2 h-1 max-md:order-2 md:col-start-2 overflow-hidden rounded-full bg-grey-4"
  >
    {spans.map((span) => {
      const from = toMinutes(span.from);
      const to = isOvernight(span) ? dayMinutes : toMinutes(span.to);
      if (Number.isNaN(from + to)) return null;
      return (
        <span
          key={span.from}
          className="absolute inset-y-0 rounded-full bg-grey-9"
          style={{ left: `${(from / dayMinutes) * 100}%`, width: `${((to - from) / dayMinutes) * 100}%` }}
        />
      );
    })}
  </div>
);
