import { expect, test } from "vitest";
import { toCallsAddress } from "./calls-address.ts";

test("the address names a figure's filters as the API does, readable to people", () => {
  expect(toCallsAddress({ status: "!ended", buyerId: "3,4" })).toBe("/calls?status=!ended&buyerId=3,4");
});

test("a sort comes along, and what is not set does not", () => {
  expect(toCallsAddress({ converted: "true", outcome: undefined }, "-payoutMicros")).toBe(
    "/calls?converted=true&sort=-payoutMicros",
  );
});

test("without a filter it is the whole log", () => {
  expect(toCallsAddress({})).toBe("/calls");
});
