import * as fc from "fast-check";
import { expect, test } from "vitest";
import { foldCall } from "#call/fold.ts";
import { inventHistory } from "#testing/history.ts";
import { sumAdjustments, toAdjustmentReversal, toAdjustmentTransfer, type Adjustment } from "./adjustment.ts";
import { toPartyAccount, type Party } from "./party.ts";
import { toPostings } from "./postings.ts";
import { settle, type LedgerTransfer } from "./settle.ts";

const anyParty: fc.Arbitrary<Party> = fc.constantFrom<Party>(
  { kind: "buyer", id: 7 },
  { kind: "publisher", id: "pub" },
);

const anyAdjustment = fc.record({
  callId: fc.constant("1"),
  party: anyParty,
  amountMicros: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).filter((micros) => micros !== 0n),
  currency: fc.constant("USD"),
  isTakenBack: fc.boolean(),
});

const anyAdjustments = fc
  .array(anyAdjustment, { maxLength: 6 })
  .map((list) => list.map((each, index) => ({ ...each, id: index + 1 })));

const book = ({ isTakenBack, ...adjustment }: Adjustment & { isTakenBack: boolean }): LedgerTransfer[] =>
  isTakenBack
    ? [toAdjustmentTransfer(adjustment), toAdjustmentReversal(adjustment)]
    : [toAdjustmentTransfer(adjustment)];

/** What a party owes or is owed of these transfers. */
const owed = (transfers: readonly LedgerTransfer[], party: Party): bigint => {
  const account = toPartyAccount(party);
  let debited = 0n;
  for (const { debit, credit, amountMicros } of transfers) {
    if (debit === account) debited += amountMicros;
    if (credit === account) debited -= amountMicros;
  }
  return party.kind === "buyer" ? debited : -debited;
};

test("what adjustments add to revenue and payout is what the ledger says of both parties", () => {
  fc.assert(
    fc.property(anyAdjustments, (adjustments) => {
      const transfers = adjustments.flatMap(book);
      const standing = adjustments.filter(({ isTakenBack }) => !isTakenBack);
      const sumOf = (kind: Party["kind"]) =>
        standing.reduce(
          (sum, { party, amountMicros }) => (party.kind === kind ? sum + amountMicros : sum),
          0n,
        );
      const { revenueMicros, payoutMicros } = sumAdjustments(transfers);
      expect(revenueMicros).toBe(sumOf("buyer"));
      expect(payoutMicros).toBe(sumOf("publisher"));
      expect(owed(transfers, { kind: "buyer", id: 7 })).toBe(revenueMicros);
      expect(owed(transfers, { kind: "publisher", id: "pub" })).toBe(payoutMicros);
      expect(transfers.every(({ amountMicros }) => amountMicros > 0n)).toBe(true);
      expect(new Set(transfers.map(({ key }) => key)).size).toBe(transfers.length);
    }),
  );
});

test("booking neither reverses an adjustment nor takes it for a posting of its own", () => {
  fc.assert(
    fc.property(fc.string(), anyAdjustments, (seed, adjustments) => {
      const { events } = inventHistory(seed);
      const desired = settle(foldCall(events));
      const adjusted = adjustments.flatMap(book);
      expect(toPostings({ desired, booked: adjusted })).toEqual(toPostings({ desired, booked: [] }));
      const booked = [...toPostings({ desired, booked: [] }), ...adjusted];
      expect(toPostings({ desired, booked })).toEqual([]);
      const reversals = toPostings({ desired: [], booked });
      expect(reversals.map(({ reversesKey }) => reversesKey)).toEqual(desired.map(({ key }) => key));
    }),
    { numRuns: 500 },
  );
});

test("an adjustment that takes away goes the other way", () => {
  const adjustment: Adjustment = {
    id: 4,
    callId: "1",
    party: { kind: "buyer", id: 7 },
    amountMicros: -5n,
    currency: "USD",
  };
  const transfer = {
    key: "call:1:adjustment:4",
    kind: "adjustment",
    callId: "1",
    debit: "margin",
    credit: "buyer:7:receivable",
    amountMicros: 5n,
    currency: "USD",
    reversesKey: null,
  };
  expect(toAdjustmentTransfer(adjustment)).toEqual(transfer);
  expect(toAdjustmentReversal(adjustment)).toEqual({
    ...transfer,
    key: "call:1:adjustment:4:reversal",
    debit: "buyer:7:receivable",
    credit: "margin",
    reversesKey: "call:1:adjustment:4",
  });
});
