import { expect, test } from "vitest";
import { createRandom } from "./random.ts";

const take = (seed: string, count: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, random);
};

test("the same seed gives the same numbers, for ever", () => {
  expect(take("call:1", 50)).toEqual(take("call:1", 50));
  expect(take("call:1", 2)).toEqual([0.6720869583077729, 0.517617539037019]);
});

test("another seed gives other numbers", () => {
  expect(take("call:1", 3)).not.toEqual(take("call:2", 3));
});

test("numbers fill [0, 1) evenly, also when each seed gives but one", () => {
  const numbers = Array.from({ length: 20_000 }, (_, index) => take(`call:${index}`, 1)[0] ?? -1);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length / numbers.length;
    expect(share).toBeGreaterThan(0.09);
    expect(share).toBeLessThan(0.11);
  }
});
