import { expect, test } from "vitest";
import { readCallFilters, toCallsQuery, writeCallFilters } from "./call-filters.ts";

const campaign = "00000000-0000-4000-8000-00000000000a";

test("filters survive the way through the address", () => {
  const values = { status: "ended", outcome: "connected", campaign, buyer: "7", caller: "555 0142" };
  expect(readCallFilters(writeCallFilters(values))).toEqual(values);
});

test("the same filters are the same address, whatever order they came in", () => {
  const one = writeCallFilters({ status: "ended", caller: "0142" });
  const other = writeCallFilters({ caller: "0142", status: "ended" });
  expect(one).toBe(other);
});

test("what the API would refuse is left out of an old or mistyped link", () => {
  expect(readCallFilters("status=gone&campaign=7&buyer=x&caller=abc&colour=red")).toEqual({});
});

test("an empty value is no filter", () => {
  expect(readCallFilters("status=&caller=%20")).toEqual({});
  expect(writeCallFilters({ caller: "" })).toBe("");
});

test("the address speaks our words, the query the API's", () => {
  expect(toCallsQuery({ campaign, buyer: "7", outcome: "refused" })).toEqual({
    campaignId: campaign,
    buyerId: 7,
    outcome: "refused",
  });
});
