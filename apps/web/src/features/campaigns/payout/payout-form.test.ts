import { payout, type Payout, type PayoutDue } from "@ccp/contract";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  payoutText,
  rulePayoutText,
  toPayoutValues,
  toRulePayoutValues,
  type PayoutValues,
} from "./payout-form.ts";

const micros = fc.bigInt({ min: 0n, max: 10n ** 12n - 1n }).map(String);

const anyDue: fc.Arbitrary<PayoutDue> = fc.oneof(
  fc.constantFrom<PayoutDue>({ kind: "incoming" }, { kind: "connected" }, { kind: "converted" }),
  fc.integer({ min: 1, max: 14_400 }).map((seconds) => ({ kind: "length" as const, seconds })),
);

const anyShare: fc.Arbitrary<Payout> = fc
  .record({
    kind: fc.constant("revenue-share" as const),
    basisPoints: fc.integer({ min: 1, max: 10_000 }),
    minMicros: fc.option(micros),
    maxMicros: fc.option(micros),
    due: anyDue,
  })
  .filter((each) => payout.safeParse(each).success);

const anyPayout: fc.Arbitrary<Payout> = fc.oneof(
  fc.record({ kind: fc.constant("fixed" as const), micros, due: anyDue }),
  anyShare,
);

test("terms of each kind come back from the form as they were", () => {
  fc.assert(
    fc.property(anyPayout, (stored) => {
      expect(payoutText.parse(toPayoutValues(stored))).toEqual(stored);
      expect(rulePayoutText.parse(toRulePayoutValues(stored))).toEqual(stored);
    }),
  );
});

test("nothing comes back as nothing, and nothing of what is typed beside it is refused", () => {
  expect(payoutText.parse({ ...toPayoutValues(null), micros: "dear" })).toBeNull();
});

const share: PayoutValues = {
  kind: "revenue-share",
  micros: "dear",
  basisPoints: "62.5",
  minMicros: "",
  maxMicros: "",
  due: { kind: "converted", seconds: "long" },
  duplicates: { window: { kind: "off", days: "many" }, across: "publisher" },
};

test("what belongs to another kind is neither read nor refused, and an empty limit is none", () => {
  expect(payoutText.parse(share)).toEqual({
    kind: "revenue-share",
    basisPoints: 6250,
    minMicros: null,
    maxMicros: null,
    due: { kind: "converted" },
  });
});

test.each(["0", "100.01", "101", "62,5", "62.505", "-1"])("a share of %s percent is refused", (typed) => {
  const { error } = payoutText.safeParse({ ...share, basisPoints: typed });
  expect(error?.issues).toMatchObject([
    { path: ["basisPoints"], message: "Give a percentage above 0 and up to 100, such as 62.5." },
  ]);
});

test("a maximum below the minimum is refused at its own field", () => {
  const { error } = payoutText.safeParse({ ...share, minMicros: "5", maxMicros: "4.99" });
  expect(error?.issues).toMatchObject([
    { path: ["maxMicros"], message: "The maximum is no less than the minimum." },
  ]);
});
