import type { Buyer } from "@ccp/contract";
import { expect, test } from "vitest";
import { buyerSettings, toBuyerSettings } from "./billing-form.ts";

const aBuyer = (billing: Buyer["billing"]): Buyer => ({
  id: 7,
  name: "Acme",
  status: "active",
  caps: [],
  concurrencyMax: null,
  billing,
  repeatCallers: null,
  balanceMicros: null,
  targetCount: 0,
  version: 1,
  createdAt: "2026-11-23T00:00:00Z",
  updatedAt: "2026-11-23T00:00:00Z",
});

test.each<Buyer["billing"]>([
  { kind: "postpaid" },
  { kind: "prepaid", creditLimitMicros: "12500000", mode: "at-conversion" },
])("what a form shows of %o is sent as it was", (billing) => {
  expect(buyerSettings.parse(toBuyerSettings(aBuyer(billing)))).toMatchObject({
    name: "Acme",
    billing,
    repeatCallers: null,
  });
});

test("a credit that is no amount is asked for again, and of no matter to who pays afterwards", () => {
  const values = toBuyerSettings(aBuyer({ kind: "prepaid", creditLimitMicros: "0", mode: "strict" }));
  const typed = { ...values.billing, creditLimitMicros: "much" };
  expect(buyerSettings.safeParse({ ...values, billing: typed }).success).toBe(false);
  const afterwards = { ...typed, kind: "postpaid" } as const;
  expect(buyerSettings.safeParse({ ...values, billing: afterwards }).success).toBe(true);
});
