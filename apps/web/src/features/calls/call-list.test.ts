import type { CallFilters } from "@ccp/contract";
import { expect, test } from "vitest";
import { isSearchRefused, readListState, toListQuery } from "#components/list-page/list-state.ts";
import { toCallsAddress } from "#lib/calls-address.ts";
import { createCallList, findMissingRange } from "./call-list.ts";

const bounded = createCallList("America/Chicago", true);
const unbounded = createCallList("America/Chicago", false);

const toQuery = (search: string) => toListQuery(bounded, readListState(bounded, search, null));

test("the filters of a figure are an address that shows exactly its calls", () => {
  const filters: CallFilters = {
    campaignId: "8f0d7a4e-3b1c-4c52-9a53-0d7f3b2f6a10",
    outcome: "connected",
    from: "2026-11-23T06:00:00.000Z",
    to: "2026-11-23T14:05:00.000Z",
  };
  const [, search = ""] = toCallsAddress(filters).split("?");
  expect(toQuery(search)).toEqual({ ...filters, sort: "-arrivedAt" });
});

test("over and under a figure leave the figure out", () => {
  expect(toQuery("over=90&under=120")).toMatchObject({
    connectedSecondsMin: "91",
    connectedSecondsMax: "119",
  });
  expect(toQuery("over=soon")).toEqual({ sort: "-arrivedAt" });
});

test("a range of dates lies in the account's zone, and what is none is left out", () => {
  expect(toQuery("range=2026-07-01..2026-07-01")).toMatchObject({
    from: "2026-07-01T05:00:00.000Z",
    to: "2026-07-02T05:00:00.000Z",
  });
  expect(toQuery("range=whenever")).toEqual({ sort: "-arrivedAt" });
});

test("a few digits of a caller are enough only within a range", () => {
  expect(isSearchRefused(unbounded, "014")).toBe(true);
  expect(isSearchRefused(unbounded, "0142")).toBe(false);
  expect(isSearchRefused(bounded, "014")).toBe(false);
});

test("a sort by money and a part of the dialled number bring the range that they need", () => {
  expect(findMissingRange({ sort: "-revenueMicros", filters: { status: "ended" } })).toEqual({
    status: "ended",
    range: "30d",
  });
  expect(findMissingRange({ sort: "-arrivedAt", filters: { dialled: "0190" } })).not.toBeNull();
  expect(findMissingRange({ sort: "-revenueMicros", filters: { range: "today" } })).toBeNull();
  expect(findMissingRange({ sort: "arrivedAt", filters: {} })).toBeNull();
});
