import { fromZonedText, toZonedText } from "./zoned-time.ts";

const dayMs = 86_400_000;

/** The date that a wall calendar shows at that moment, as in 2026-11-23. */
export const toLocalDate = (at: number, timeZone: string): string => toZonedText(at, timeZone).slice(0, 10);

/** When a date begins in a zone; not a number for what is no date. */
export const toDayStart = (date: string, timeZone: string): number =>
  fromZonedText(`${date}T00:00`, timeZone) ?? Number.NaN;

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

const toMonthStart = (date: string): string => `${date.slice(0, 7)}-01`;

/** First and last date of a range; without a last one it goes on. */
type Dates = { first: string; last?: string };

const presets = {
  today: { text: "Today", toDates: (today) => ({ first: today }) },
  yesterday: {
    text: "Yesterday",
    toDates: (today) => ({ first: addDays(today, -1), last: addDays(today, -1) }),
  },
  "7d": { text: "Last 7 days", toDates: (today) => ({ first: addDays(today, -6) }) },
  "28d": { text: "Last 28 days", toDates: (today) => ({ first: addDays(today, -27) }) },
  "30d": { text: "Last 30 days", toDates: (today) => ({ first: addDays(today, -29) }) },
  month: { text: "This month", toDates: (today) => ({ first: toMonthStart(today) }) },
  "last-month": {
    text: "Last month",
    toDates: (today) => {
      const last = addDays(toMonthStart(today), -1);
      return { first: toMonthStart(last), last };
    },
  },
} satisfies Record<string, { text: string; toDates: (today: string) => Dates }>;

export type PresetId = keyof typeof presets;

export const presetTexts = Object.fromEntries(
  Object.entries(presets).map(([id, { text }]) => [id, text]),
) as Record<PresetId, string>;

export const isPreset = (range: string): range is PresetId => Object.hasOwn(presets, range);

const custom = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/;

/** A range as addresses have it: one of the presets, or two dates, as in 2026-11-01..2026-11-05. */
export const writeDates = ({ first, last }: Required<Dates>): string => `${first}..${last}`;

/** Null for what is no range, or ends before it begins. */
export const readDates = (range: string, today: string): Dates | null => {
  if (isPreset(range)) return presets[range].toDates(today);
  const [, first, last] = custom.exec(range) ?? [];
  if (first === undefined || last === undefined || last < first) return null;
  return Number.isNaN(Date.parse(first) + Date.parse(last)) ? null : { first, last };
};

/** The moments between which a range lies, as the API takes them; null for what is no range. */
export const toMoments = (
  range: string,
  timeZone: string,
  now: number,
): { from: string; to?: string } | null => {
  const dates = readDates(range, toLocalDate(now, timeZone));
  if (dates === null) return null;
  const toIso = (date: string): string => new Date(toDayStart(date, timeZone)).toISOString();
  return {
    from: toIso(dates.first),
    ...(dates.last !== undefined && { to: toIso(addDays(dates.last, 1)) }),
  };
};
