import type { Hours, Span } from "@ccp/engine";

export type Weekly = Hours["weekly"];

export type Day = keyof Weekly;

export const days: readonly Day[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export const dayNames: Record<Day, string> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

export const toWeekly = (toSpans: (day: Day) => Span[]): Weekly => ({
  mon: toSpans("mon"),
  tue: toSpans("tue"),
  wed: toSpans("wed"),
  thu: toSpans("thu"),
  fri: toSpans("fri"),
  sat: toSpans("sat"),
  sun: toSpans("sun"),
});

export const wholeDay: Span = { from: "00:00", to: "24:00" };

const timePattern = /^(\d{1,2})(?::?([0-5]\d))?\s*(am|pm|a|p)?$/;

const toHour = (hour: number, half: string | undefined): number => {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.startsWith("p") ? 12 : 0);
};

/** A time of day however it is typed (9, 930, 9:30, 5pm, 24:00) as "HH:MM"; undefined where it is none. */
export const readTime = (text: string): string | undefined => {
  const match = timePattern.exec(text.trim().toLowerCase());
  if (match === null) return undefined;
  const hour = toHour(Number(match[1]), match[3]);
  const minute = match[2] ?? "00";
  if (Number.isNaN(hour) || hour > 24 || (hour === 24 && minute !== "00")) return undefined;
  return `${String(hour).padStart(2, "0")}:${minute}`;
};

const dayList = "(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*";
const partPattern = new RegExp(
  `^((?:daily|every day|weekdays|weekends|${dayList}(?:\\s*-\\s*${dayList})?)(?:\\s*(?:,|and)?\\s*${dayList}(?:\\s*-\\s*${dayList})?)*)[\\s:]+(.+)$`,
);

const toDay = (name: string): Day | undefined => days.find((day) => name.startsWith(day));

const readDays = (text: string): Day[] => {
  if (text.startsWith("daily") || text.startsWith("every day")) return [...days];
  if (text.startsWith("weekdays")) return days.slice(0, 5);
  if (text.startsWith("weekends")) return days.slice(5);
  return [...text.matchAll(new RegExp(`(${dayList})(?:\\s*-\\s*(${dayList}))?`, "g"))].flatMap((match) => {
    const from = toDay(match[1] ?? "");
    const to = toDay(match[2] ?? match[1] ?? "");
    if (from === undefined || to === undefined) return [];
    const [first, last] = [days.indexOf(from), days.indexOf(to)];
    return first <= last ? days.slice(first, last + 1) : [...days.slice(first), ...days.slice(0, last + 1)];
  });
};

/** "9-5" could be the day or the night, so bare hours that run backwards are not guessed at. */
const isGuesswork = (start: string, end: string, { from, to }: Span): boolean =>
  to <= from && /^\d{1,2}$/.test(start.trim()) && /^\d{1,2}$/.test(end.trim());

const readSpan = (text: string): Span | undefined => {
  const [start = "", end = "", ...rest] = text.split("-");
  const [from, to] = [readTime(start), readTime(end)];
  if (from === undefined || to === undefined || rest.length > 0) return undefined;
  return isGuesswork(start, end, { from, to }) ? undefined : { from, to };
};

const readSpans = (text: string): Span[] | undefined => {
  if (text === "closed") return [];
  if (text === "24 hours" || text === "all day") return [wholeDay];
  const spans = text.split(",").map(readSpan);
  return spans.every((span) => span !== undefined) ? spans : undefined;
};

const clean = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[–—]|\bto\b/g, "-")
    .replaceAll(/\s+/g, " ")
    .trim();

export type HoursReading = { kind: "read"; weekly: Weekly } | { kind: "unread"; problem: string };

const unread = (problem: string): HoursReading => ({ kind: "unread", problem });

/** Reads a week as people write it; a day that is not named is closed. */
export const readHoursText = (text: string): HoursReading => {
  const found = new Map<Day, Span[]>();
  const parts = text.split(/[;\n]/).filter((part) => part.trim() !== "");
  for (const part of parts) {
    const match = partPattern.exec(clean(part));
    const spans = readSpans(match?.[2]?.trim() ?? "");
    if (match === null || spans === undefined) {
      return unread(`"${part.trim()}" is not understood. Write it like Mon-Fri 09:00-12:00, 13:00-17:00.`);
    }
    for (const day of readDays(match[1] ?? "")) {
      if (found.has(day)) return unread(`${dayNames[day]} stands here twice.`);
      found.set(day, spans);
    }
  }
  return { kind: "read", weekly: toWeekly((day) => found.get(day) ?? []) };
};

type HoursLike = { weekly: Weekly; exceptions: readonly unknown[] };

/** Whether a value of unknown kind, such as one out of the audit log, is a document of opening hours. */
export const isHours = (value: object): value is HoursLike =>
  "weekly" in value &&
  typeof value.weekly === "object" &&
  "exceptions" in value &&
  Array.isArray(value.exceptions);
