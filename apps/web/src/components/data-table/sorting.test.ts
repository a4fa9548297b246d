import { expect, test } from "vitest";
import { findSortDirection, toNextSort } from "./sorting.ts";

const name = { sort: "name", isNumeric: false };
const revenue = { sort: "revenueMicros", isNumeric: true };

test("names begin with A, figures with the greatest", () => {
  expect(toNextSort(name, "createdAt")).toBe("name");
  expect(toNextSort(revenue, "name")).toBe("-revenueMicros");
});

test("a second press turns the order round", () => {
  expect(toNextSort(name, "name")).toBe("-name");
  expect(toNextSort(name, "-name")).toBe("name");
  expect(toNextSort(revenue, "-revenueMicros")).toBe("revenueMicros");
});

test("a column says how the list is sorted by it, and nothing where it is not", () => {
  expect(findSortDirection(name, "-name")).toBe("descending");
  expect(findSortDirection(name, "name")).toBe("ascending");
  expect(findSortDirection(revenue, "name")).toBeUndefined();
  expect(findSortDirection({ isNumeric: false }, "name")).toBeUndefined();
  expect(toNextSort({ isNumeric: false }, "name")).toBeNull();
});
