import { expect, test } from "vitest";
import { toRetiredKeys, toRouteStateKeys } from "./retired-keys.ts";

const keys = [
  { id: "new", secret: "n" },
  { id: "old", secret: "o" },
];

test("a key retires when it is first seen behind another, and never again later", () => {
  const atFirst = toRouteStateKeys(keys, {}, 1000);
  expect(atFirst.map(({ retiredAt }) => retiredAt)).toEqual([null, 1000]);
  const later = toRouteStateKeys(keys, toRetiredKeys(atFirst), 9000);
  expect(later.map(({ retiredAt }) => retiredAt)).toEqual([null, 1000]);
});

test("a key that is used again is not retired, and begins anew when it retires again", () => {
  const again = toRouteStateKeys(keys.toReversed(), { old: 1000 }, 2000);
  expect(again.map(({ retiredAt }) => retiredAt)).toEqual([null, 2000]);
  expect(toRetiredKeys(again)).toEqual({ new: 2000 });
});
