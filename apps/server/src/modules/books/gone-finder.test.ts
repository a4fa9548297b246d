import { expect, test, vi } from "vitest";
import { createGoneFinder } from "./gone-finder.ts";

const createFinder = () => {
  const error = vi.fn();
  return { error, findGone: createGoneFinder({ error }) };
};

const ids = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

test("an account is gone when the database did not know it twice in a row", () => {
  const { findGone } = createFinder();
  expect(findGone(["a", "b"], new Set(["a"]))).toEqual([]);
  expect(findGone(["a", "b"], new Set(["a", "b"]))).toEqual([]);
  expect(findGone(["a", "b"], new Set(["a"]))).toEqual([]);
  expect(findGone(["a", "b"], new Set(["a"]))).toEqual(["b"]);
});

test("an account that came in after the revisions were read is not missed", () => {
  const { findGone } = createFinder();
  for (let polls = 0; polls < 3; polls += 1) expect(findGone(["a"], new Set(["a", "new"]))).toEqual([]);
});

test("when more than 30 % of at least three would go at once, all are kept and that is told once", () => {
  const { error, findGone } = createFinder();
  const wrong = new Set(["somebody else"]);
  for (let polls = 0; polls < 4; polls += 1) expect(findGone(ids, wrong)).toEqual([]);
  expect(error).toHaveBeenCalledTimes(1);
  expect(findGone(ids, new Set(ids.slice(4)))).toEqual([]);
  expect(error).toHaveBeenCalledTimes(2);
  expect(findGone(ids, new Set(ids.slice(3)))).toEqual(["a", "b", "c"]);
});

test("one account may always go, and a database that knows nobody takes nobody away", () => {
  const { findGone } = createFinder();
  findGone(["a", "b", "c"], new Set(["a", "b"]));
  expect(findGone(["a", "b", "c"], new Set(["a", "b"]))).toEqual(["c"]);
  for (let polls = 0; polls < 3; polls += 1) expect(findGone(["a"], new Set())).toEqual([]);
});
