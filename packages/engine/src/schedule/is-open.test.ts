import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "#random.ts";
import { anHours } from "#testing/hours.ts";
import { inventHours } from "#testing/invent-hours.ts";
import type { Hours } from "./hours.ts";
import { isOpen } from "./is-open.ts";
import { judgeHours } from "./judge-hours.ts";

const MINUTE_MS = 60_000;

/** Nights on which a clock is set, and a plain one; each window begins ten hours before and lasts thirty. */
const nights = [
  ["America/New_York", "2026-03-08T07:00Z"],
  ["America/New_York", "2026-11-01T06:00Z"],
  ["Europe/Berlin", "2026-03-29T01:00Z"],
  ["Europe/Berlin", "2026-10-25T01:00Z"],
  ["Australia/Sydney", "2026-04-04T16:00Z"],
  ["Australia/Lord_Howe", "2026-10-03T15:30Z"],
  ["America/Santiago", "2026-04-05T03:00Z"],
  ["America/Santiago", "2026-09-06T04:00Z"],
  ["Asia/Kathmandu", "2026-02-01T00:00Z"],
  ["Pacific/Apia", "2011-12-30T10:00Z"],
] as const;

type Shown = { at: number; date: string; dayBefore: string; clock: string };

/** What the zone's clock shows in each minute of a window, by its own fields. */
const listShown = (zone: string, middle: number): Shown[] => {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return Array.from({ length: 30 * 60 }, (_, minute) => {
    const at = middle + (minute - 600) * MINUTE_MS;
    const [date = "", clock = ""] = format.format(at).split(" ");
    return { at, date, clock, dayBefore: new Date(Date.parse(date) - 1).toISOString().slice(0, 10) };
  });
};

const windows = nights.map(([zone, middle]) => ({
  zone,
  month: middle.slice(0, 7),
  shown: listShown(zone, Date.parse(middle)),
}));

const names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** The rules of `hours.ts` again, in texts instead of minutes. */
const isOpenByTheWords = ({ weekly, exceptions }: Hours, { date, dayBefore, clock }: Shown): boolean => {
  const listOn = (day: string) =>
    exceptions.find((each) => each.date === day)?.open ?? weekly[names[new Date(day).getUTCDay()] ?? "sun"];
  const isException = exceptions.some((each) => each.date === date);
  return (
    listOn(date).some(({ from, to }) => from <= clock && (clock < to || to <= from)) ||
    (!isException && listOn(dayBefore).some(({ from, to }) => to <= from && clock < to))
  );
};

const anyWindow = fc.tuple(fc.constantFrom(...windows), fc.string()).map(([window, seed]) => ({
  ...window,
  document: inventHours(createRandom(seed), window.month),
}));

test("minute by minute, open is what the words say of the time that the zone's clock shows", () => {
  fc.assert(
    fc.property(anyWindow, ({ zone, shown, document }) => {
      for (const minute of shown) {
        const expected = isOpenByTheWords(document, minute);
        for (const at of [minute.at, minute.at + MINUTE_MS - 1]) {
          if (isOpen(document, zone, at) !== expected) {
            expect.fail(`${zone} ${minute.date} ${minute.clock} should be ${expected ? "open" : "closed"}`);
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});

test("the next change is the first minute that is different, and just before it nothing has changed", () => {
  fc.assert(
    fc.property(anyWindow, fc.nat(1799), fc.nat(59_999), ({ zone, shown, document }, place, ms) => {
      const at = (shown[place]?.at ?? 0) + ms;
      const verdict = judgeHours(document, zone, at);
      expect(verdict.isOpen).toBe(isOpen(document, zone, at));
      const changesAt = verdict.isOpen ? verdict.closesAt : verdict.opensAt;
      const later = shown.slice(place + 1);
      const expected = later.find((minute) => isOpenByTheWords(document, minute) !== verdict.isOpen)?.at;
      if (expected !== undefined) expect(changesAt).toBe(expected);
      else if (changesAt !== null) expect(changesAt).toBeGreaterThan(shown.at(-1)?.at ?? 0);
      if (changesAt === null) return;
      expect(isOpen(document, zone, changesAt)).toBe(!verdict.isOpen);
      expect(isOpen(document, zone, changesAt - 1)).toBe(verdict.isOpen);
    }),
    { numRuns: 800 },
  );
});

test("an open verdict names the span that it is open by, a closed one the day that it is closed by", () => {
  const friday = [{ from: "08:00", to: "17:00" }];
  const holiday = { date: "2026-12-25", label: "Christmas Day", open: [] };
  const document = anHours({ fri: friday }, [holiday]);
  const ruleAt = (time: string) => judgeHours(document, "UTC", Date.parse(time)).rule;
  expect(ruleAt("2026-12-18T09:00Z")).toEqual({ kind: "weekly", day: "fri", span: friday[0] });
  expect(ruleAt("2026-12-19T09:00Z")).toEqual({ kind: "weekly", day: "sat", span: null });
  expect(ruleAt("2026-12-25T09:00Z")).toEqual({
    kind: "exception",
    date: "2026-12-25",
    label: "Christmas Day",
    span: null,
  });
});

test("without hours it is always open", () => {
  expect(isOpen(null, "UTC", 0)).toBe(true);
  expect(judgeHours(null, "UTC", 0)).toEqual({
    isOpen: true,
    rule: { kind: "always" },
    timeZone: "UTC",
    at: 0,
    localTime: "1970-01-01T00:00",
    closesAt: null,
  });
});
