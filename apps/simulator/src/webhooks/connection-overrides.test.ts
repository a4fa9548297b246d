import { expect, test } from "vitest";
import { defaultOverrides, parseConnectionOverrides } from "./connection-overrides.ts";

test("without a fragment one retry follows a failed connection", () => {
  expect(parseConnectionOverrides("")).toBe(defaultOverrides);
  expect(defaultOverrides).toMatchObject({ retryCount: 1, readTimeoutMs: 15_000 });
});

test("the fragment sets counts, times and policies within their ranges", () => {
  expect(parseConnectionOverrides("rc=3&rp=5xx,rt&rt=4000&ct=50&tt=99999")).toEqual({
    connectTimeoutMs: 100,
    readTimeoutMs: 4000,
    totalTimeoutMs: 15_000,
    retryCount: 3,
    retryOn: new Set(["5xx", "rt"]),
  });
});

test("an unknown policy makes the URL unusable", () => {
  expect(parseConnectionOverrides("rc=2&rp=sometimes")).toBeUndefined();
});
