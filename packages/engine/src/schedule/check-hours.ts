import { weekdayNames, weekdays, type Weekday } from "./civil-date.ts";
import { DAY_MINUTES, toClockText, toMinuteSpan } from "./day-minutes.ts";

type Span = { from: string; to: string };
type Document = {
  weekly: Readonly<Record<Weekday, readonly Span[]>>;
  exceptions: readonly { date: string; open: readonly Span[] }[];
};

/** What is wrong with an hours document, where, and what would mend it. */
export type HoursFault = { path: readonly (string | number)[]; message: string };

const toText = ({ from, to }: Span): string => `${from}–${to}`;

/** Spans of one day that share a minute: the later of the two is named, and when it may begin. */
const findOverlaps = (spans: readonly Span[], path: readonly (string | number)[]): HoursFault[] => {
  const sorted = spans
    .map((span, index) => ({ span, index, ...toMinuteSpan(span) }))
    .toSorted((a, b) => a.from - b.from || a.index - b.index);
  return sorted.flatMap((later, place) => {
    const earlier = sorted.slice(0, place).find((each) => each.to > later.from);
    if (earlier === undefined) return [];
    const fix =
      earlier.to < DAY_MINUTES
        ? `Let it begin at ${toClockText(earlier.to)} or later, or join the two.`
        : "Remove it, or let the earlier one end before it.";
    return [
      {
        path: [...path, later.index],
        message: `${toText(later.span)} overlaps with ${toText(earlier.span)}. ${fix}`,
      },
    ];
  });
};

/** Spans that begin while the evening before is still open. */
const findNightOverlaps = (weekly: Document["weekly"]): HoursFault[] =>
  weekdays.flatMap((day, index) => {
    const before = weekdays[(index + weekdays.length - 1) % weekdays.length] ?? "sun";
    return weekly[day].flatMap((span, place) => {
      const { from } = toMinuteSpan(span);
      const night = weekly[before].find((each) => toMinuteSpan(each).to - DAY_MINUTES > from);
      if (night === undefined) return [];
      const message = `${toText(span)} begins while ${weekdayNames[before]}'s ${toText(night)} is still open. Let it begin at ${night.to} or later.`;
      return [{ path: ["weekly", day, place], message }];
    });
  });

const findRepeatedDates = (exceptions: Document["exceptions"]): HoursFault[] =>
  exceptions.flatMap(({ date }, index) =>
    exceptions.findIndex((each) => each.date === date) === index
      ? []
      : [
          {
            path: ["exceptions", index, "date"],
            message: `${date} is listed twice. Put all its spans into one exception.`,
          },
        ],
  );

/** Everything in an hours document that a person cannot have meant; empty when it is sound. */
export const checkHours = ({ weekly, exceptions }: Document): HoursFault[] => [
  ...weekdays.flatMap((day) => findOverlaps(weekly[day], ["weekly", day])),
  ...findNightOverlaps(weekly),
  ...exceptions.flatMap(({ open }, index) => findOverlaps(open, ["exceptions", index, "open"])),
  ...findRepeatedDates(exceptions),
];
