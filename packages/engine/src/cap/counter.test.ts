import { expect, test } from "vitest";
import type { Caps } from "./cap.ts";
import { listCounters, toClaims, toCounterExpiry } from "./counter.ts";

const at = Date.parse("2026-11-23T17:30Z");
const caps: Caps = {
  list: [
    { on: "dialled", period: "hour", limit: 5 },
    { on: "connected", period: "day", limit: 10 },
    { on: "converted", period: "month", limit: 20, mode: "at-conversion" },
    { on: "converted", period: "all-time", limit: 30 },
    { on: "revenue", period: "day", micros: "90000000" },
    { on: "revenue", period: "hour", micros: "50000000", mode: "at-conversion" },
  ],
  generation: 3,
  timeZone: "America/New_York",
};

const owner = { scope: "target", id: "a-target", name: "A target" } as const;

test("a counter names its owner, the reset since which it counts, what, and from when on", () => {
  expect(listCounters(owner, caps, at)).toEqual([
    `target:a-target:3:dialled:hour:${Date.parse("2026-11-23T17:00Z")}`,
    `target:a-target:3:connected:day:${Date.parse("2026-11-23T05:00Z")}`,
    `target:a-target:3:converted:month:${Date.parse("2026-11-01T04:00Z")}`,
    "target:a-target:3:converted:all-time:0",
    `target:a-target:3:revenue:day:${Date.parse("2026-11-23T05:00Z")}`,
    `target:a-target:3:revenue:hour:${Date.parse("2026-11-23T17:00Z")}`,
  ]);
});

test("a dial claims all of its target's caps, and needs a place under all but those at conversion", () => {
  const counters = listCounters(owner, caps, at);
  const { claims, places } = toClaims([{ owner, caps }], 35_000_000n, at);
  expect(claims.map(({ counter }) => counter)).toEqual(counters);
  expect(claims.map(({ on, mode }) => [on, mode])).toEqual([
    ["dialled", undefined],
    ["connected", undefined],
    ["converted", "at-conversion"],
    ["converted", undefined],
    ["revenue", undefined],
    ["revenue", "at-conversion"],
  ]);
  expect(places).toEqual([
    { counter: counters[0], limit: 5n, by: 1n },
    { counter: counters[1], limit: 10n, by: 1n },
    { counter: counters[3], limit: 30n, by: 1n },
    { counter: counters[4], limit: 90_000_000n, by: 35_000_000n },
  ]);
});

test("a counter is kept for a day after its hour or day, for a month after its month, and for ever", () => {
  const hour = 3_600_000;
  const waits = listCounters(owner, caps, at).map((counter) => (toCounterExpiry(counter) - at) / hour);
  expect(waits[0]).toBe(24.5);
  expect(waits[1]).toBeGreaterThan(24 + 11.5);
  expect(waits[2]).toBeGreaterThan((8 + 30) * 24);
  expect(waits[3]).toBe(Number.POSITIVE_INFINITY);
});
