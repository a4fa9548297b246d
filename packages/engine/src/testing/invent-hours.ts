import { toClockText } from "#schedule/day-minutes.ts";
import type { Hours, Span } from "#schedule/hours.ts";

type Random = () => number;

const between = (random: Random, min: number, max: number): number =>
  min + Math.floor(random() * (max - min + 1));

/** A minute of the day, mostly around midnight and the hours at which clocks are set. */
const inventMinute = (random: Random): number => {
  const kind = random();
  if (kind < 0.4) return between(random, 0, 240);
  return kind < 0.6 ? between(random, 1320, 1439) : between(random, 0, 1439);
};

/** A short span or one of any length, perhaps over midnight. */
const inventSpan = (random: Random): Span => {
  const from = inventMinute(random);
  const to = random() < 0.6 ? (from + between(random, 1, 120)) % 1440 : inventMinute(random);
  return { from: toClockText(from), to: to === 0 ? "24:00" : toClockText(to) };
};

/** Hours of every shape, also such as a form would refuse, with exceptions on some days of a month ("2026-03"). */
export const inventHours = (random: Random, month: string): Hours => {
  const spansMax = between(random, 0, 3);
  const inventSpans = (): Span[] =>
    Array.from({ length: between(random, 0, spansMax) }, () => inventSpan(random));
  return {
    weekly: {
      mon: inventSpans(),
      tue: inventSpans(),
      wed: inventSpans(),
      thu: inventSpans(),
      fri: inventSpans(),
      sat: inventSpans(),
      sun: inventSpans(),
    },
    exceptions: Array.from({ length: 31 }, (_, index) => index + 1)
      .filter(() => random() < 0.3)
      .map((day) => ({
        date: `${month}-${String(day).padStart(2, "0")}`,
        label: random() < 0.5 ? "Holiday" : "",
        open: inventSpans(),
      })),
  };
};
