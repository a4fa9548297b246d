import type { Hours, Span } from "@ccp/engine";
import { toWeekly, wholeDay, type Day, type Weekly } from "#lib/hours-text.ts";

const officeHours: Span = { from: "09:00", to: "17:00" };

const isWeekend = (day: Day): boolean => day === "sat" || day === "sun";

export type Preset = { name: string; weekly: Weekly };

export const presets: readonly Preset[] = [
  { name: "Weekdays 9–5", weekly: toWeekly((day) => (isWeekend(day) ? [] : [officeHours])) },
  { name: "Always", weekly: toWeekly(() => [wholeDay]) },
  { name: "Never", weekly: toWeekly(() => []) },
];

export const newHours: Hours = { weekly: presets[0]?.weekly ?? toWeekly(() => []), exceptions: [] };

const toHour = (time: string): number => Number(time.slice(0, 2));

const toClock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

/** One span more: an hour after the last one, as long as the day has room. */
export const addSpan = (spans: readonly Span[]): Span[] => {
  const last = spans.at(-1);
  if (last === undefined) return [officeHours];
  const hour = toHour(last.to);
  const from = Number.isNaN(hour) || last.to <= last.from || hour > 22 ? 9 : hour + 1;
  return [...spans, { from: toClock(from), to: toClock(Math.max(17, Math.min(24, from + 1))) }];
};

export const copyDay = (weekly: Weekly, from: Day, to: "weekdays" | "all"): Weekly =>
  toWeekly((day) => (to === "weekdays" && isWeekend(day) ? weekly[day] : weekly[from]));

/** Whether a span ends on the day after the one it begins on. */
export const isOvernight = ({ from, to }: Span): boolean => /^\d\d:\d\d$/.test(to) && to <= from;
