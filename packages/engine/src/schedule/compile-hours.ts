import { toDayNumber, toWeekday, type DayNumber, type Weekday } from "./civil-date.ts";
import { DAY_MINUTES, toMinuteSpan, type MinuteSpan } from "./day-minutes.ts";
import type { Hours, Span } from "./hours.ts";

/** What says that something is open or closed; `span` is null where it is closed. */
export type HoursRule =
  | { kind: "always" }
  | { kind: "weekly"; day: Weekday; span: Span | null }
  | { kind: "exception"; date: string; label: string; span: Span | null };

type RuledSpan = MinuteSpan & { rule: HoursRule };

/** A day of the week or an exception: the spans that begin on it, and the rule by which it is else closed. */
export type DayPlan = { spans: readonly RuledSpan[]; closed: HoursRule };

/** An hours document made ready for looking up, with the local date that was asked for last. */
export type CompiledHours = {
  weekly: Readonly<Record<Weekday, DayPlan>>;
  exceptions: ReadonlyMap<DayNumber, DayPlan>;
  /** The last exception's date; none after it differs from its weekday. */
  lastException: DayNumber;
  day: DayNumber;
  spans: readonly RuledSpan[];
};

const toDayPlan = (spans: readonly Span[], toRule: (span: Span | null) => HoursRule): DayPlan => ({
  spans: spans.map((span) => ({ ...toMinuteSpan(span), rule: toRule(span) })),
  closed: toRule(null),
});

const compileWeekday = ({ weekly }: Hours, day: Weekday): DayPlan =>
  toDayPlan(weekly[day], (span) => ({ kind: "weekly", day, span }));

const compile = (hours: Hours): CompiledHours => ({
  weekly: {
    mon: compileWeekday(hours, "mon"),
    tue: compileWeekday(hours, "tue"),
    wed: compileWeekday(hours, "wed"),
    thu: compileWeekday(hours, "thu"),
    fri: compileWeekday(hours, "fri"),
    sat: compileWeekday(hours, "sat"),
    sun: compileWeekday(hours, "sun"),
  },
  exceptions: new Map(
    hours.exceptions.map(({ date, label, open }) => [
      toDayNumber(date),
      toDayPlan(open, (span) => ({ kind: "exception", date, label, span })),
    ]),
  ),
  lastException: Math.max(0, ...hours.exceptions.map(({ date }) => toDayNumber(date))),
  day: Number.NaN,
  spans: [],
});

/** Documents are never changed in place, so each is compiled once and forgotten with its book. */
const compiled = new WeakMap<Hours, CompiledHours>();

/** The document made ready for looking up. */
export const compileHours = (hours: Hours): CompiledHours => {
  const known = compiled.get(hours);
  if (known !== undefined) return known;
  const made = compile(hours);
  compiled.set(hours, made);
  return made;
};

/** What holds on a local date. */
export const findDayPlan = ({ weekly, exceptions }: CompiledHours, day: DayNumber): DayPlan =>
  exceptions.get(day) ?? weekly[toWeekday(day)];

/** What is left on a local date of the evening before: nothing on an exception. */
const listNightSpans = (hours: CompiledHours, day: DayNumber): RuledSpan[] =>
  hours.exceptions.has(day)
    ? []
    : findDayPlan(hours, day - 1)
        .spans.map((span) => ({ ...span, from: span.from - DAY_MINUTES, to: span.to - DAY_MINUTES }))
        .filter(({ to }) => to > 0);

/** The spans of a local date, in its own minutes; one that began the evening before has a negative `from`. */
export const listSpans = (hours: CompiledHours, day: DayNumber): readonly RuledSpan[] => {
  if (hours.day !== day) {
    hours.day = day;
    hours.spans = [...findDayPlan(hours, day).spans, ...listNightSpans(hours, day)];
  }
  return hours.spans;
};

/** The span that is open at a minute (fractions count) of a local date; undefined when it is closed then. */
export const findOpenSpan = (hours: CompiledHours, day: DayNumber, minute: number): RuledSpan | undefined => {
  for (const span of listSpans(hours, day)) if (minute >= span.from && minute < span.to) return span;
  return undefined;
};
