import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isBridged } from "#call/attempt.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { listLegs } from "#call/dial-leg.ts";
import { emptyCall, foldCall, joinEvents } from "#call/fold.ts";
import { findConverted, settle, toRevenueOf } from "#settle/settle.ts";
import { isFinal } from "#settle/is-final.ts";
import { inventHistory } from "#testing/history.ts";
import { toAllCounts, toCountChanges, toCounts } from "./to-counts.ts";

const toTheMost = (state: CallState): bigint => {
  const converted = findConverted(state);
  return converted === undefined ? 0n : (toRevenueOf(converted, state) ?? 0n);
};

test("what a call counts for depends on its facts only, not on their order", () => {
  fc.assert(
    fc.property(
      fc.string().chain((seed) => {
        const { events } = inventHistory(seed);
        return fc.shuffledSubarray([...events], { minLength: events.length });
      }),
      (events) => {
        const one = events.reduce((state, event) => joinEvents(state, [event]), emptyCall("call", "account"));
        expect(toAllCounts(one)).toEqual(toAllCounts(foldCall(events)));
      },
    ),
    { numRuns: 1000 },
  );
});

test("the changes that a call's facts bring one by one add up to what it counts for in the end", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const sums = new Map<string, bigint>();
      let state = emptyCall("call", "account");
      const { events } = inventHistory(seed);
      for (const event of events.toSorted((a, b) => a.at - b.at)) {
        const after = joinEvents(state, [event]);
        for (const [counter, by] of toCountChanges(state, after)) {
          expect(by).not.toBe(0n);
          const sum = (sums.get(counter) ?? 0n) + by;
          expect(sum >= 0n).toBe(true);
          if (sum === 0n) sums.delete(counter);
          else sums.set(counter, sum);
        }
        state = after;
      }
      expect(sums).toEqual(toAllCounts(foldCall(events)));
    }),
    { numRuns: 1000 },
  );
});

/** The dials of a call with the claims of each. */
const listClaimed = ({ decisions, attempts }: CallState) =>
  listLegs(decisions).flatMap(({ leg }) => {
    if (leg.claims === undefined) return [];
    const attempt = attempts.find(({ number }) => number === leg.attempt);
    return attempt === undefined ? [] : [{ attempt, choice: leg, claims: leg.claims }];
  });

/** How much an attempt that is over counts for, by what a claim is on. */
const countPlainly = (on: string, attempt: AttemptState, state: CallState): bigint => {
  const isConverted = findConverted(state) === attempt;
  const plainly: Record<string, bigint> = {
    dialled: 1n,
    connected: isBridged(attempt) ? 1n : 0n,
    converted: isConverted ? 1n : 0n,
    revenue: isConverted ? toTheMost(state) : 0n,
  };
  return plainly[on] ?? 0n;
};

test("of a call that is over every dial counts, each conversation once, and at most one conversion", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state } = inventHistory(seed);
      // What the carrier has not settled may still come to something.
      fc.pre(state.attempts.every(({ connectedSeconds }) => connectedSeconds !== null));
      const expected = new Map<string, bigint>();
      for (const { attempt, claims } of listClaimed(state)) {
        for (const { counter, on } of claims) {
          const by = countPlainly(on, attempt, state);
          if (by > 0n) expected.set(counter, (expected.get(counter) ?? 0n) + by);
        }
      }
      const counts = [...toCounts(state)].filter(([counter]) => !counter.startsWith("publisher:"));
      expect(new Map(counts)).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

const sumOf = (state: CallState, kind: "revenue" | "payout"): bigint =>
  settle(state).reduce((sum, transfer) => (transfer.kind === kind ? sum + transfer.amountMicros : sum), 0n);

test("of a call that is over a cap on money counts what the ledger says, to the micro", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state } = inventHistory(seed);
      if (!isFinal(state)) return;
      const counts = toCounts(state);
      for (const { counter } of state.decisions.flatMap(({ payoutCaps }) => payoutCaps?.claims ?? [])) {
        expect(counts.get(counter) ?? 0n).toBe(sumOf(state, "payout"));
      }
      const converted = listClaimed(state).filter(({ attempt }) => attempt === findConverted(state));
      for (const { counter, on } of converted.flatMap(({ claims }) => claims)) {
        if (on === "revenue") expect(counts.get(counter) ?? 0n).toBe(sumOf(state, "revenue"));
      }
    }),
    { numRuns: 1000 },
  );
});

test("no call earns more under a strict cap than was held for it, as long as it keeps to the time limit", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state } = inventHistory(seed);
      for (const { attempt, choice, claims } of listClaimed(state)) {
        // Of reports nothing is known beforehand, which is why such terms are not let under a strict cap.
        if (choice.terms.conversion?.kind === "webhook" || attempt !== findConverted(state)) continue;
        for (const { on, mode, micros } of claims) {
          if (on !== "revenue" || mode === "at-conversion") continue;
          expect(toTheMost(state) <= BigInt(micros ?? "0")).toBe(true);
        }
      }
    }),
    { numRuns: 1000 },
  );
});
