// @vitest-environment happy-dom
import { assert, double, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { toRowWindow } from "./use-row-window.ts";

test("a short list is drawn whole", () => {
  expect(toRowWindow(200, 32, { top: 0, height: 600 })).toEqual({ from: 0, to: 200 });
});

test("a long list draws every row in sight, and never many more", () => {
  assert(
    property(
      integer({ min: 201, max: 20_000 }),
      double({ min: 0, max: 1, noNaN: true }),
      integer({ min: 100, max: 2000 }),
      (count, place, height) => {
        const top = Math.max(0, count * 32 - height) * place;
        const { from, to } = toRowWindow(count, 32, { top, height });
        expect(from).toBeLessThanOrEqual(Math.floor(top / 32));
        expect(to).toBeGreaterThanOrEqual(Math.min(count, Math.ceil((top + height) / 32)));
        expect(to).toBeLessThanOrEqual(count);
        expect(to - from).toBeLessThanOrEqual(300);
      },
    ),
  );
});
