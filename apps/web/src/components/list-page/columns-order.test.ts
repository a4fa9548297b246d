import { expect, test } from "vitest";
import { moveColumn, togglePin } from "./columns-order.ts";

const look = { columns: ["a", "b", "c", "d"], pinned: ["c"], density: "compact" } as const;

test("a column moves among those that are not pinned", () => {
  expect(moveColumn(look, "b", 1).columns).toEqual(["c", "a", "d", "b"]);
  expect(moveColumn(look, "b", -1).columns).toEqual(["c", "b", "a", "d"]);
});

test("a pinned column moves among the pinned ones", () => {
  expect(moveColumn({ ...look, pinned: ["c", "a"] }, "a", -1).pinned).toEqual(["a", "c"]);
});

test("the first cannot go further up, nor the last further down", () => {
  expect(moveColumn(look, "a", -1).columns).toEqual(["c", "a", "b", "d"]);
  expect(moveColumn(look, "d", 1).columns).toEqual(["c", "a", "b", "d"]);
});

test("pinning twice is not pinning", () => {
  expect(togglePin(look, "a").pinned).toEqual(["c", "a"]);
  expect(togglePin(look, "c").pinned).toEqual([]);
});
