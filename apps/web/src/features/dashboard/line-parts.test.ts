import { expect, test } from "vitest";
import { toLineParts } from "./line-parts.ts";

const size = { width: 100, height: 10 };

test("a line begins at the left and has its largest value at the top", () => {
  expect(toLineParts([0, 5, 10], size)).toEqual([
    [
      { x: 0, y: 10 },
      { x: 50, y: 5 },
      { x: 100, y: 0 },
    ],
  ]);
});

test("an hour without a value is a gap, not a zero", () => {
  expect(toLineParts([1, null, 1], size).map((part) => part.length)).toEqual([1, 1]);
});

test("what falls below nothing stands below the line of nothing", () => {
  expect(toLineParts([-10, 10], size)[0]?.map(({ y }) => y)).toEqual([10, 0]);
});

test("nothing at all is drawn along the ground", () => {
  expect(toLineParts([0, 0], size)[0]?.map(({ y }) => y)).toEqual([10, 10]);
  expect(toLineParts([], size)).toEqual([]);
});
