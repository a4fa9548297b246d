import type { DayNumber } from "./civil-date.ts";
import {
  compileHours,
  findDayPlan,
  findOpenSpan,
  listSpans,
  type CompiledHours,
  type HoursRule,
} from "./compile-hours.ts";
import { findJump } from "./find-jump.ts";
import type { Hours } from "./hours.ts";
import { isOpen } from "./is-open.ts";
import { DAY_MS, toLocalText, toLocalTime, type LocalTime } from "./local-time.ts";
import { MINUTE_MS, toOffsetMs } from "./time-zone.ts";

/** How far ahead the next opening or closing is looked for. */
export const LOOK_AHEAD_DAYS = 400;

/**
 * Open or closed, with the rule that says so and the next change (epoch ms; null when none comes within
 * `LOOK_AHEAD_DAYS`). `localTime` is what the zone's clock shows, such as "2026-11-23T07:58".
 */
export type HoursVerdict = { rule: HoursRule; timeZone: string; at: number; localTime: string } & (
  | { isOpen: true; closesAt: number | null }
  | { isOpen: false; opensAt: number | null }
);

/** Ms of a local date at which the hours may turn next; those of its midnight at the latest. */
const findEdgeMs = (hours: CompiledHours, { day, ms }: LocalTime): number => {
  const edges = listSpans(hours, day).flatMap(({ from, to }) => [from * MINUTE_MS, to * MINUTE_MS]);
  return Math.min(DAY_MS, ...edges.filter((edge) => edge > ms));
};

/** The next moment at which the hours may turn: the clock reaches an edge or a midnight, or is set. */
const findTurn = (hours: CompiledHours, timeZone: string, at: number): number => {
  const local = toLocalTime(timeZone, at);
  const edgeAt = at - local.ms + findEdgeMs(hours, local);
  const isSet = toOffsetMs(timeZone, edgeAt) !== toOffsetMs(timeZone, at);
  return isSet ? findJump(timeZone, at, edgeAt) : edgeAt;
};

/** After the last exception every week is like the other, but for one in which the clock is set. */
const WEEKS_ALIKE_DAYS = 15;

const countDaysAhead = (hours: CompiledHours, day: DayNumber): number =>
  Math.min(LOOK_AHEAD_DAYS, Math.max(0, hours.lastException - day) + WEEKS_ALIKE_DAYS);

/** The first moment after `at` that is open where `at` is closed, or closed where it is open. */
const findChange = (hours: Hours, timeZone: string, at: number): number | null => {
  const compiled = compileHours(hours);
  const isOpenNow = isOpen(hours, timeZone, at);
  const until = at + countDaysAhead(compiled, toLocalTime(timeZone, at).day) * DAY_MS;
  let turn = findTurn(compiled, timeZone, at);
  while (turn <= until) {
    if (isOpen(hours, timeZone, turn) !== isOpenNow) return turn;
    turn = findTurn(compiled, timeZone, turn);
  }
  return null;
};

/**
 * The verdict of the hours at `at`, for people: made when read, never on the way of a call.
 * Law: agrees with `isOpen`; nothing turns before the change it names, and the change itself is turned.
 */
export const judgeHours = (hours: Hours | null, timeZone: string, at: number): HoursVerdict => {
  const moment = { timeZone, at, localTime: toLocalText(timeZone, at) };
  if (hours === null) return { ...moment, isOpen: true, rule: { kind: "always" }, closesAt: null };
  const compiled = compileHours(hours);
  const { day, ms } = toLocalTime(timeZone, at);
  const span = findOpenSpan(compiled, day, ms / MINUTE_MS);
  const changesAt = findChange(hours, timeZone, at);
  return span === undefined
    ? { ...moment, isOpen: false, rule: findDayPlan(compiled, day).closed, opensAt: changesAt }
    : { ...moment, isOpen: true, rule: span.rule, closesAt: changesAt };
};
