import type { HourFigures } from "@ccp/contract";
import { expect, test } from "vitest";
import { toHourSlots } from "./hour-slots.ts";

const at = (hour: number, calls: number): HourFigures => ({
  hour,
  from: "2026-07-15T04:00:00Z",
  to: "2026-07-15T05:00:00Z",
  calls: { value: calls, filters: {} },
  ended: calls,
  connected: 0,
  converted: 0,
  connectedSeconds: 0,
  revenueMicros: "0",
  payoutMicros: "0",
});

const day = (hours: readonly number[]) => hours.map((hour) => at(hour, hour));

test("hours to come have a place, with yesterday's figures only", () => {
  const slots = toHourSlots({ today: day([0, 1]), yesterday: day([0, 1, 2, 3]) });
  expect(slots).toHaveLength(24);
  expect(slots[1]).toMatchObject({ today: { hour: 1 }, yesterday: { hour: 1 } });
  expect(slots[3]).toMatchObject({ today: null, yesterday: { hour: 3 } });
  expect(slots[4]).toMatchObject({ today: null, yesterday: null });
});

test("an hour that the clock has twice stands twice, one that it leaves out not at all", () => {
  const autumn = toHourSlots({ today: day([0, 1, 1, 2]), yesterday: day([1]) });
  expect(autumn.map(({ hour }) => hour).slice(0, 5)).toEqual([0, 1, 1, 2, 3]);
  expect(autumn).toHaveLength(25);
  const spring = toHourSlots({ today: day([0, 1, 3]), yesterday: day([2]) });
  expect(spring.map(({ hour }) => hour).slice(0, 4)).toEqual([0, 1, 3, 4]);
});

test("before the first hour the whole day is to come", () => {
  expect(toHourSlots({ today: [], yesterday: [] })).toHaveLength(24);
});
