import { expect, test } from "vitest";
import { compareAmounts, compareSeconds, compareShares } from "./compare.ts";

test("an amount grows or falls in percent of what it was", () => {
  expect(compareAmounts(59, 50)).toEqual({ way: "up", text: "+18%" });
  expect(compareAmounts(25, 50)).toEqual({ way: "down", text: "−50%" });
  expect(compareAmounts(50, 50)).toEqual({ way: "same", text: "no change" });
});

test("a little is not told as nothing", () => {
  expect(compareAmounts(1001, 1000)).toEqual({ way: "up", text: "+<1%" });
});

test("a loss that shrinks is an improvement", () => {
  expect(compareAmounts(-5, -10)).toEqual({ way: "up", text: "+50%" });
});

test("out of nothing there is no percentage", () => {
  expect(compareAmounts(3, 0)).toEqual({ way: null, text: "" });
  expect(compareAmounts(0, 0).way).toBe("same");
});

test("shares differ by points, and not at all from a share of nothing", () => {
  expect(compareShares(0.5, 0.4)).toEqual({ way: "up", text: "+10.0 points" });
  expect(compareShares(0.3, null).way).toBeNull();
});

test("lengths differ by a duration of whole seconds", () => {
  expect(compareSeconds(60.4, 72.6)).toEqual({ way: "down", text: "−0:13" });
});
