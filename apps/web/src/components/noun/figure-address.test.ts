import type { NounFigures } from "@ccp/contract";
import { expect, test } from "vitest";
import { toFigureAddress } from "./figure-address.ts";

const at = "2026-11-23T14:05:00.000Z";

const figures: NounFigures = {
  id: 7,
  timeZone: "America/New_York",
  hourFrom: "2026-11-23T14:00:00.000Z",
  dayFrom: "2026-11-23T05:00:00.000Z",
  monthFrom: "2026-11-01T04:00:00.000Z",
  live: 2,
  hour: 1,
  day: 4,
  month: 9,
  connected: 3,
  converted: 0,
  connectedShare: 0.75,
  convertedShare: 0,
  revenueMicros: "50000000",
  payoutMicros: "20000000",
  lastCall: {
    id: "8f0d7a4e-3b1c-4c52-9a53-0d7f3b2f6a10",
    arrivedAt: "2026-11-23T14:01:00.000Z",
    status: "in-progress",
    outcome: null,
    converted: false,
  },
};

const open = (columnId: string): Record<string, string> | null => {
  const address = toFigureAddress("buyer", figures, { at, columnId });
  if (address === null) return null;
  const { searchParams } = new URL(address, "http://localhost");
  return Object.fromEntries([...searchParams].filter(([key]) => !/buyer/i.test(key)));
};

test("a figure leads to the calls of its own time, up to the moment it was counted", () => {
  expect(open("hour")).toEqual({ from: figures.hourFrom, to: at });
  expect(open("month")).toEqual({ from: figures.monthFrom, to: at });
  expect(open("live")).toEqual({ status: "!ended" });
});

test("money leads to the day's calls, the greatest first", () => {
  expect(open("revenue")).toEqual({ from: figures.dayFrom, to: at, sort: "-revenueMicros" });
});

test("what counts nothing, or no calls at all, leads nowhere", () => {
  expect(open("converted")).toBeNull();
  expect(open("convertedRate")).toBeNull();
  expect(open("createdAt")).toBeNull();
});
