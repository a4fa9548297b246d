import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { CallEvent } from "#call/event.ts";
import { foldCall } from "#call/fold.ts";
import type { CallState } from "#call/state.ts";
import { aCampaign, aRow } from "#testing/book.ts";
import { inventHistory } from "#testing/history.ts";
import { createStage, decide, legFact, tell, tellArrival } from "#testing/stage.ts";
import { toPostings } from "./postings.ts";
import { wasDialled } from "./conversion.ts";
import { findConverted, findPayoutEarned, settle, type LedgerTransfer } from "./settle.ts";
import { summarizeMoney } from "./summary.ts";

const net = (transfers: readonly LedgerTransfer[]): Map<string, bigint> => {
  const balances = new Map<string, bigint>();
  const add = (account: string, amount: bigint) => {
    const balance = (balances.get(account) ?? 0n) + amount;
    if (balance === 0n) balances.delete(account);
    else balances.set(account, balance);
  };
  for (const { debit, credit, amountMicros } of transfers) {
    add(debit, amountMicros);
    add(credit, -amountMicros);
  }
  return balances;
};

/** Parts of a call's events, as they may be known at one time or another, and at last all of them. */
const anyViews = fc
  .tuple(fc.string(), fc.array(fc.infiniteStream(fc.boolean()), { maxLength: 6 }))
  .map(([seed, views]) => {
    const { events } = inventHistory(seed);
    const parts = views.map((keep) => events.filter(() => keep.next().value));
    return [...parts.filter((part) => part.length > 0), events];
  });

test("whatever was booked on the way, the ledger comes to what the final facts say", () => {
  fc.assert(
    fc.property(anyViews, (views) => {
      const booked: LedgerTransfer[] = [];
      for (const view of views) {
        const desired = settle(foldCall(view));
        booked.push(...toPostings({ desired, booked }));
        expect(net(booked)).toEqual(net(desired));
        expect(toPostings({ desired, booked })).toEqual([]);
      }
      expect(new Set(booked.map(({ key }) => key)).size).toBe(booked.length);
      expect(booked.every(({ amountMicros }) => amountMicros > 0n)).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test("a call has at most one paying buyer and one payout, whatever part of it is known", () => {
  fc.assert(
    fc.property(anyViews, (views) => {
      for (const view of views) {
        const kinds = settle(foldCall(view)).map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind === "revenue").length).toBeLessThanOrEqual(1);
        expect(kinds.filter((kind) => kind === "payout").length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 1000 },
  );
});

/**
 * Whether the money may hang on when we took a fact in: where a wait counts, on our own times of the arrival and of the
 * dial, and on an answer of which the carrier gave no time.
 */
const isTimed = ({ fact }: CallEvent, { attempts }: CallState): boolean => {
  // Of several reports the latest counts, by the time at which we took them in.
  if (fact.kind === "reported-conversion") return true;
  // Whether the caller's earlier calls were paid for long enough ago is judged by when this one came in.
  if (fact.kind === "arrived" && fact.recall !== undefined) return true;
  // Of several that rang at once the first to answer has the call.
  const isRing = attempts.some(({ ringSize }) => ringSize > 1);
  if (isRing && fact.kind === "leg" && fact.carrierAt === null) return true;
  if (attempts.every(({ terms }) => terms.conversion?.kind !== "length")) return false;
  if (fact.kind === "leg") return fact.carrierAt === null;
  return fact.kind === "arrived" || fact.kind === "decided" || fact.kind === "dial-ended";
};

test("when and in what order the carrier's callbacks came in changes no money", () => {
  fc.assert(
    fc.property(fc.string(), fc.infiniteStream(fc.nat(1_000_000)), (seed, times) => {
      const { events, state } = inventHistory(seed);
      const late = events.map((event) =>
        isTimed(event, state) ? event : { ...event, at: times.next().value },
      );
      expect(settle(foldCall(late))).toEqual(settle(state));
    }),
    { numRuns: 1000 },
  );
});

test("once an attempt owes for its dial, nobody else is dialled", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state } = inventHistory(seed);
      const byDial = state.attempts.find(
        (attempt) =>
          attempt.buyerId !== null &&
          attempt.terms.conversion?.kind === "dialled" &&
          attempt.terms.convertedBefore === undefined &&
          attempt.ringSize === 1 &&
          wasDialled(attempt),
      );
      if (byDial !== undefined) expect(state.attempts.at(-1)?.number).toBe(byDial.number);
    }),
    { numRuns: 1000 },
  );
});

test("a share is never above its maximum, and above the revenue only where its minimum is", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state } = inventHistory(seed);
      const transfers = settle(state);
      const earned = findPayoutEarned(state, findConverted(state));
      if (earned?.kind !== "revenue-share") return;
      const sumOf = (kind: string): bigint =>
        transfers.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.amountMicros, 0n);
      const [revenue, payout] = [sumOf("revenue"), sumOf("payout")];
      const min = BigInt(earned.minMicros ?? 0);
      if (earned.maxMicros !== null) expect(payout <= BigInt(earned.maxMicros)).toBe(true);
      expect(payout <= (revenue > min ? revenue : min)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("the row's money is the sum of the transfers, and has a reason where there is none", () => {
  fc.assert(
    fc.property(anyViews, (views) => {
      for (const view of views) {
        const state = foldCall(view);
        const money = summarizeMoney(state);
        const margin = net(settle(state)).get("margin") ?? 0n;
        expect(BigInt(money.marginMicros)).toBe(-margin);
        expect(BigInt(money.revenueMicros) - BigInt(money.payoutMicros)).toBe(-margin);
        expect(money.whyNoRevenue === null).toBe(money.revenueMicros !== "0");
        expect(money.whyNoPayout === null).toBe(money.payoutMicros !== "0");
        expect(money.sentence).toMatch(/^[A-Z].*\.$/);
      }
    }),
    { numRuns: 500 },
  );
});

const transfer = (changes: Partial<LedgerTransfer> = {}): LedgerTransfer => ({
  key: "call:1:payout",
  kind: "payout",
  callId: "1",
  debit: "margin",
  credit: "publisher:p:payable",
  amountMicros: 5n,
  currency: "USD",
  reversesKey: null,
  ...changes,
});

test("a fact withdrawn and restored is booked under a new generation", () => {
  const desired = [transfer()];
  const booked = toPostings({ desired, booked: [] });
  booked.push(...toPostings({ desired: [], booked }));
  booked.push(...toPostings({ desired, booked }));
  booked.push(...toPostings({ desired: [], booked }));
  expect(booked.map(({ key }) => key)).toEqual([
    "call:1:payout",
    "call:1:payout:reversal",
    "call:1:payout@2",
    "call:1:payout@2:reversal",
  ]);
  expect(booked[1]).toEqual(
    transfer({
      key: "call:1:payout:reversal",
      debit: "publisher:p:payable",
      credit: "margin",
      reversesKey: "call:1:payout",
    }),
  );
});

test("a changed amount is a reversal and a new transfer", () => {
  const booked = [transfer()];
  const added = toPostings({ desired: [transfer({ amountMicros: 7n })], booked });
  expect(added.map(({ key, amountMicros }) => [key, amountMicros])).toEqual([
    ["call:1:payout:reversal", 5n],
    ["call:1:payout@2", 7n],
  ]);
});

test.each(["leg", "dial"] as const)(
  "a conversation that the carrier was asked about late began when its %s says that it did",
  (word) => {
    const conversion = { kind: "length", seconds: 90, from: "incoming" } as const;
    const stage = createStage(aCampaign({ rows: [aRow("Acme", { conversion })] }));
    tellArrival(stage);
    decide(stage, { kind: "arrived" });
    stage.now += 80_000;
    tell(stage, legFact(1, { status: "in-progress", seconds: null, carrierAt: null, source: "record" }));
    // It is over 85 s after the call came in, and so five too soon.
    stage.now += 5_000;
    if (word === "leg") tell(stage, legFact(1, { status: "completed", seconds: 65, carrierAt: stage.now }));
    const childRef = "CA-child-1";
    tell(stage, {
      kind: "dial-ended",
      attempt: 1,
      childRef,
      status: "completed",
      seconds: 65,
      bridged: true,
    });
    expect(settle(stage.state).filter(({ kind }) => kind === "revenue")).toEqual([]);
  },
);
