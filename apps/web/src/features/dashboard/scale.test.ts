import { expect, test } from "vitest";
import { toRoundMax } from "./scale.ts";

test("a scale ends at a round number not below its largest value", () => {
  expect([3, 12, 47, 50, 51, 980].map((value) => toRoundMax(value, true))).toEqual([
    5, 20, 50, 50, 100, 1000,
  ]);
});

test("calls are counted in whole ones, so that half of the scale is one too", () => {
  expect(toRoundMax(1, true)).toBe(2);
  expect(toRoundMax(0.3, false)).toBeCloseTo(0.5);
});

test("without anything there is still a scale", () => {
  expect(toRoundMax(0, false)).toBe(1);
});
