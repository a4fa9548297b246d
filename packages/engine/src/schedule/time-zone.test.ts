import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isTimeZone, MINUTE_MS, timeZone, toOffsetMs } from "./time-zone.ts";

const YEAR_MS = 31_556_952_000;

const anyZone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));

/** By the fields that the zone's clock shows, and not by the name of its offset. */
const createOracle = (zone: string): ((at: number) => number) => {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (at) => {
    const fields = format.formatToParts(at).map(({ type, value }) => [type, Number(value)]);
    const { year, month, day, hour, minute, second } = Object.fromEntries(fields);
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
};

test("the offset is what the zone's clock shows beside UTC, in every zone", () => {
  fc.assert(
    fc.property(
      anyZone,
      fc.array(fc.integer({ min: 4 * YEAR_MS, max: 68 * YEAR_MS }), { minLength: 20 }),
      (zone, times) => {
        const toExpected = createOracle(zone);
        for (const at of times) expect(toOffsetMs(zone, at)).toBe(toExpected(at));
      },
    ),
    { numRuns: 100 },
  );
});

test("clocks are set at whole minutes of UTC only", () => {
  fc.assert(
    fc.property(anyZone, fc.integer({ min: 4, max: 66 }), (zone, year) => {
      const toExpected = createOracle(zone);
      const weekMs = 7 * 24 * 3_600_000;
      for (let at = year * YEAR_MS; at < (year + 1) * YEAR_MS; at += weekMs) {
        let [before, after] = [Math.floor(at / 1000), Math.floor((at + weekMs) / 1000)];
        if (toExpected(before * 1000) === toExpected(after * 1000)) continue;
        while (after - before > 1) {
          const middle = Math.floor((before + after) / 2);
          if (toExpected(middle * 1000) === toExpected(before * 1000)) before = middle;
          else after = middle;
        }
        expect((after * 1000) % MINUTE_MS).toBe(0);
      }
    }),
    { numRuns: 150, examples: [["America/St_Johns", 36]] },
  );
});

test("more moments than are remembered cost time and change nothing", () => {
  const toExpected = createOracle("America/New_York");
  for (let hour = 0; hour < 3000; hour += 1) toOffsetMs("America/New_York", hour * 3_600_000);
  for (let hour = 0; hour < 3000; hour += 300) {
    const at = hour * 3_600_000 + 1;
    expect(toOffsetMs("America/New_York", at)).toBe(toExpected(at));
  }
});

test.each(["", "+05:00", "Mars/Olympus", "GMT+3", "America/Chicago;x", "CET", "IST", "PST"])(
  "%j is no time zone",
  (text) => {
    expect(isTimeZone(text)).toBe(false);
    expect(timeZone.safeParse(text).error?.issues[0]?.message).toContain('such as "America/Chicago"');
  },
);

test("a zone that this machine does not know counts as UTC, and does not end a call", () => {
  expect(toOffsetMs("Mars/Olympus", 1_000_000)).toBe(0);
});
