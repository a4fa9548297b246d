import { type Stage, toWhom } from "#world/open-stage.ts";
import { days, onDay } from "./hours.ts";
import type { Field } from "./writing.ts";

type MakeLine = (stage: Stage, id: string | number) => Promise<{ number: string }>;

/** Whom two calls at the same moment ring first. */
export const seeBoth =
  (makeLineTo: MakeLine): Field["see"] =>
  async (stage, id) => {
    const { number: to } = await makeLineTo(stage, id);
    const stories = await stage.land.call([
      { to, account: stage },
      { to, account: stage },
    ]);
    const first = stories.map(({ rang }) => toWhom(rang[0]?.phone ?? ""));
    return first.toSorted((one, other) => one.localeCompare(other));
  };

/** Whom two calls ring first, the second one five seconds after the first. */
const seeSoonAfter =
  (makeLineTo: MakeLine): Field["see"] =>
  async (stage, id) => {
    const { number: to } = await makeLineTo(stage, id);
    const stories = await stage.land.call([
      { to, account: stage },
      { to, account: stage, afterSeconds: 5 },
    ]);
    return stories.map(({ rang }) => toWhom(rang[0]?.phone ?? ""));
  };

const toDay = (limit: unknown) => Array.from({ length: 24 }, () => limit);

const toGrid = (changes: Record<string, unknown>) => ({
  concurrencyGrid: { ...Object.fromEntries(days.map((day) => [day, toDay(null)])), ...changes },
});

/** How many calls a target takes at once in an hour, and how fast. */
export const toTrafficFields = (makeLineTo: MakeLine): Record<string, Field> => ({
  concurrencyGrid: {
    values: [null, 1],
    toChange: (_stage, limit) =>
      limit === null
        ? { concurrencyGrid: null }
        : toGrid(Object.fromEntries(days.map((day) => [day, toDay(limit)]))),
    see: seeBoth(makeLineTo),
  },
  ...Object.fromEntries(
    days.map((day, index) => [
      `concurrencyGrid.${day}[]`,
      {
        values: [null, 1],
        toChange: (_stage, limit) => toGrid({ [day]: toDay(limit) }),
        see: onDay(index, seeBoth(makeLineTo)),
      } satisfies Field,
    ]),
  ),
  rate: {
    values: [null, 1],
    toChange: (_stage, calls) => ({ rate: calls === null ? null : { calls, per: "minute" } }),
    see: seeBoth(makeLineTo),
  },
  "rate.calls": {
    values: [1, 2],
    toChange: (_stage, calls) => ({ rate: { calls, per: "minute" } }),
    see: seeBoth(makeLineTo),
  },
  "rate.per": {
    values: ["second", "minute"],
    toChange: (_stage, per) => ({ rate: { calls: 1, per } }),
    see: seeSoonAfter(makeLineTo),
  },
});
