import { weekdays, type ConcurrencyGrid } from "@ccp/engine";
import { z } from "zod";

type Day = readonly (number | null)[];

const HOURS = 24;

const toWord = (limit: number | null): string => (limit === null ? "any" : String(limit));

/** A day's hours as text: "0-8: 0, 8-18: 5, 18-24: any". */
export const toDayText = (day: Day): string => {
  const spans: { from: number; limit: number | null }[] = [];
  for (const [hour, limit] of day.entries()) {
    if (spans.at(-1)?.limit !== limit || hour === 0) spans.push({ from: hour, limit });
  }
  return spans
    .map(({ from, limit }, index) => `${from}-${spans[index + 1]?.from ?? HOURS}: ${toWord(limit)}`)
    .join(", ");
};

const spanPattern = /^(\d{1,2})\s*[-–]\s*(\d{1,2})\s*:\s*(any|none|\d{1,5})$/i;

const toLimit = (word: string): number | null => {
  if (word.toLowerCase() === "any") return null;
  return word.toLowerCase() === "none" ? 0 : Number(word);
};

/** Reads a day's hours; hours that are not named take any number. */
export const readDayText = (text: string): (number | null)[] | string => {
  const day = Array.from({ length: HOURS }, (): number | null => null);
  for (const part of text.split(",").map((each) => each.trim())) {
    if (part === "") continue;
    const match = spanPattern.exec(part);
    if (match === null) return `"${part}" is not read. Write hours like "8-18: 5", with "any" or 0 for none.`;
    const [from, until] = [Number(match[1]), Number(match[2])];
    if (from >= until || until > HOURS) return `"${part}" does not end after it begins, at 24 at the latest.`;
    const limit = toLimit(match[3] ?? "any");
    if (limit !== null && limit > 10_000) return `"${part}" has more than 10,000 calls at once.`;
    day.fill(limit, from, until);
  }
  return day;
};

const dayText = z.string().transform((text, check) => {
  const day = readDayText(text);
  if (typeof day !== "string") return day;
  check.addIssue({ code: "custom", message: day });
  return z.NEVER;
});

/** A grid as it is typed, a line for each weekday; null where all hours are the same. */
export const typedGrid = z.null().or(
  z.strictObject({
    mon: dayText,
    tue: dayText,
    wed: dayText,
    thu: dayText,
    fri: dayText,
    sat: dayText,
    sun: dayText,
  }),
);

export type TypedGrid = z.input<typeof typedGrid>;

export const toTypedGrid = (grid: ConcurrencyGrid | null): TypedGrid =>
  grid && {
    mon: toDayText(grid.mon),
    tue: toDayText(grid.tue),
    wed: toDayText(grid.wed),
    thu: toDayText(grid.thu),
    fri: toDayText(grid.fri),
    sat: toDayText(grid.sat),
    sun: toDayText(grid.sun),
  };

/** A grid in a line: how many of the week's hours have a number of their own. */
export const toGridText = (typed: TypedGrid): string => {
  const { data } = typedGrid.safeParse(typed);
  if (data === null || data === undefined) return "";
  const hours = weekdays.flatMap((day) => data[day]).filter((limit) => limit !== null);
  return `a number of its own in ${hours.length} of the week's 168 hours`;
};
