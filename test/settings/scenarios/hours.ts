import type { Field } from "./writing.ts";

export const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

type Span = { from: string; to: string };

/** Open in these spans of these days, and else never. */
const toHours = (weekly: Partial<Record<(typeof days)[number], Span[]>>, exceptions: unknown[] = []) => ({
  weekly: { ...Object.fromEntries(days.map((day) => [day, []])), ...weekly },
  exceptions,
});

const allDay = [{ from: "00:00", to: "24:00" }];

/** Noon in New York, so many days after the Monday on which everything begins. */
const toNoon = (day: number): number => Date.UTC(2026, 0, 5 + day, 17);

/** Sees at noon, so many days after the first. */
export const onDay =
  (day: number, see: Field["see"]): Field["see"] =>
  async (stage, id) => {
    await stage.land.until(toNoon(day));
    return see(stage, id);
  };

const ofDay = (see: Field["see"], index: number): [string, Field][] => {
  const day = days[index] ?? "mon";
  const toField = (values: string[], toSpan: (value: string) => Span): Field => ({
    values,
    toChange: (_stage, value) => ({ hours: toHours({ [day]: [toSpan(String(value))] }) }),
    see: onDay(index, see),
  });
  return [
    [`hours.weekly.${day}[].from`, toField(["08:00", "13:00"], (from) => ({ from, to: "20:00" }))],
    [`hours.weekly.${day}[].to`, toField(["20:00", "11:00"], (to) => ({ from: "08:00", to }))],
  ];
};

const ofException = (
  see: Field["see"],
  values: readonly unknown[],
  toException: (value: unknown) => object,
): Field => ({
  values,
  toChange: (_stage, value) => ({
    hours: toHours({ mon: allDay, tue: allDay }, [
      { date: "2026-01-05", label: "", open: [], ...toException(value) },
    ]),
  }),
  see: onDay(0, see),
});

/** When a target is open, seen by whom a call reaches and by what the console says of those whom it does not. */
export const toHoursFields = (see: Field["see"]): Record<string, Field> => ({
  hours: {
    values: [null, "never"],
    toChange: (_stage, value) => ({ hours: value === null ? null : toHours({}) }),
    see,
  },
  ...Object.fromEntries(days.flatMap((_day, index) => ofDay(see, index))),
  "hours.exceptions[].date": ofException(see, ["2026-01-05", "2026-01-06"], (date) => ({ date })),
  "hours.exceptions[].label": ofException(see, ["Inventory", "Holiday"], (label) => ({ label })),
  "hours.exceptions[].open[].from": ofException(see, ["08:00", "13:00"], (from) => ({
    open: [{ from, to: "20:00" }],
  })),
  "hours.exceptions[].open[].to": ofException(see, ["20:00", "11:00"], (to) => ({
    open: [{ from: "08:00", to }],
  })),
  timeZone: {
    values: [null, "Asia/Tokyo"],
    beside: () => ({ hours: toHours({ mon: [{ from: "08:00", to: "20:00" }] }) }),
    see: onDay(0, see),
  },
});
