import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readDayText, toDayText, toGridText, toTypedGrid, typedGrid } from "./typed-grid.ts";

const anyDay = fc.array(fc.option(fc.nat({ max: 3 }), { nil: null }), { minLength: 24, maxLength: 24 });

test("whatever a day says comes back from its text", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(readDayText(toDayText(day))).toEqual(day);
    }),
  );
});

test("a day reads as its spans, and hours that are not named take any number", () => {
  const day = readDayText("8-18: 5, 18-20: none");
  expect(typeof day === "string" ? day : toDayText(day)).toBe("0-8: any, 8-18: 5, 18-20: 0, 20-24: any");
  expect(readDayText("")).toEqual(Array.from({ length: 24 }, () => null));
});

test.each(["18-8: 5", "8-25: 5", "8: 5", "8-18", "8-18: many", "8-18: 10001"])("%s is refused", (text) => {
  expect(readDayText(text)).toEqual(expect.stringContaining(text));
});

test("a grid says in how many hours it has something to say", () => {
  const free = Array.from({ length: 24 }, () => null);
  const grid = {
    mon: free,
    tue: free,
    wed: free,
    thu: free,
    fri: free,
    sat: free,
    sun: Array<number>(24).fill(0),
  };
  expect(toGridText(toTypedGrid(grid))).toBe("a number of its own in 24 of the week's 168 hours");
  expect(typedGrid.parse(toTypedGrid(grid))).toEqual(grid);
  expect(toGridText(null)).toBe("");
});
