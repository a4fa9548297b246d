import { noRepeatRules, payoutRepeats, protection, repeatRules, repeatWindow } from "@ccp/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  toTypedDuplicates,
  toTypedProtection,
  toTypedRepeats,
  toTypedWindow,
  typedDuplicates,
  typedProtection,
  typedRepeats,
  typedWindow,
} from "./typed-repeat.ts";

const window = fc.oneof(
  fc.constant({ kind: "ever" } as const),
  fc.record({ kind: fc.constant("days" as const), days: fc.integer({ min: 1, max: 365 }) }),
);
const off = fc.constant({ kind: "off" } as const);

const rules = fc.record({
  spam: fc.oneof(
    off,
    fc.record({ kind: fc.constant("within" as const), seconds: fc.integer({ min: 1, max: 3600 }) }),
  ),
  report: fc.oneof(off, window),
  returning: fc.oneof(
    fc.constant({ kind: "normal" } as const),
    fc.record({ kind: fc.constantFrom("original", "different"), strict: fc.boolean() }),
  ),
  anonymous: fc.constantFrom("take", "refuse", "fallback"),
});

test("every rule about repeats comes back from its fields as it was", () => {
  fc.assert(
    fc.property(rules, window, (stored, each) => {
      expect(repeatRules.parse(stored)).toEqual(stored);
      expect(typedRepeats.parse(toTypedRepeats(stored))).toEqual(stored);
      expect(repeatWindow.parse(each)).toEqual(each);
      expect(typedWindow.parse(toTypedWindow(each))).toEqual(each);
      for (const after of ["connected", "converted"] as const) {
        const told = protection.parse({ after, window: each });
        expect(typedProtection.parse(toTypedProtection(told))).toEqual(told);
      }
      for (const across of ["publisher", "campaign"] as const) {
        const told = payoutRepeats.parse({ across, window: each });
        expect(typedDuplicates.parse(toTypedDuplicates(told))).toEqual(told);
      }
    }),
  );
});

test("what is off comes back as nothing", () => {
  expect(typedRepeats.parse(toTypedRepeats(noRepeatRules))).toEqual(noRepeatRules);
  expect(typedWindow.parse(toTypedWindow(undefined))).toBeUndefined();
  expect(typedProtection.parse(toTypedProtection(null))).toBeNull();
  expect(typedDuplicates.parse(toTypedDuplicates(undefined))).toBeUndefined();
});

test("days that are none are refused at their field", () => {
  const { error } = typedWindow.safeParse({ kind: "days", days: "366" });
  expect(error?.issues).toMatchObject([{ path: ["days"] }]);
  expect(typedWindow.parse({ kind: "ever", days: "long" })).toEqual({ kind: "ever" });
});
