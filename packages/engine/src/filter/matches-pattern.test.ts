import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compilePattern } from "./matches-pattern.ts";

const letters = fc.string({ unit: fc.constantFrom("a", "b", "."), maxLength: 12 });

const patterns = fc.string({ unit: fc.constantFrom("a", "b", ".", "?", "*"), maxLength: 8 });

test("a pattern fits exactly the texts that the same regular expression fits", () => {
  fc.assert(
    fc.property(patterns, letters, (pattern, text) => {
      const source = pattern
        .replaceAll(".", String.raw`\.`)
        .replaceAll("*", ".*")
        .replaceAll("?", ".");
      expect(compilePattern(pattern)(text)).toBe(new RegExp(`^${source}$`).test(text));
    }),
    { numRuns: 5000 },
  );
});

test("a pattern that has many ways to fit is told at once to fit in none", () => {
  expect(compilePattern("*a".repeat(50) + "b")("a".repeat(10_000))).toBe(false);
});
