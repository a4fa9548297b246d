import * as fc from "fast-check";
import { expect, test } from "vitest";
import { emptyCall, foldCall, joinEvents } from "#call/fold.ts";
import { settle } from "#settle/settle.ts";
import { inventHistory } from "#testing/history.ts";
import { findProtecting, toRecall, type RememberedCall } from "./recall.ts";
import { isWithin } from "./rules.ts";
import { toRemembered } from "./to-remembered.ts";

const day = 86_400_000;

const anyDial = fc.record({
  targetId: fc.constantFrom("t1", "t2"),
  buyerId: fc.constantFrom(1, 2),
  at: fc.integer({ min: 1, max: 60 * day }),
  standing: fc.constantFrom("ringing", "talking", "connected", "converted"),
});

const anyCalls: fc.Arbitrary<RememberedCall[]> = fc.uniqueArray(
  fc.record({
    callId: fc.uuid(),
    at: fc.integer({ min: 1, max: 60 * day }),
    campaignId: fc.constantFrom("campaign", "another", null),
    publisherId: fc.constantFrom("publisher", "another", null),
    payout: fc.constantFrom("none", "open", "earned"),
    dials: fc.array(anyDial, { maxLength: 3 }),
  }),
  { selector: ({ callId }) => callId, maxLength: 6 },
);

const anyRule = fc.record({
  after: fc.constantFrom("connected", "converted"),
  window: fc.oneof(
    fc.constant({ kind: "ever" } as const),
    fc.record({ kind: fc.constant("days" as const), days: fc.integer({ min: 1, max: 30 }) }),
  ),
});

test("what is recalled is the same in whatever order the calls are given", () => {
  fc.assert(
    fc.property(anyCalls, fc.infiniteStream(fc.nat()), (calls, draws) => {
      const shuffled = calls
        .map((call) => ({ call, place: draws.next().value ?? 0 }))
        .sort((a, b) => a.place - b.place)
        .map(({ call }) => call);
      expect(toRecall(shuffled, "campaign")).toEqual(toRecall(calls, "campaign"));
    }),
  );
});

test("a row is closed to a caller exactly when some dial of another call is in the way", () => {
  fc.assert(
    fc.property(anyCalls, anyRule, fc.boolean(), (calls, rule, isOfBuyer) => {
      const at = 61 * day;
      const protection = isOfBuyer ? { buyer: rule } : { target: rule };
      const found = findProtecting(
        { protection, targetId: "t1", buyerId: 1 },
        toRecall(calls, "campaign"),
        at,
      );
      const isInTheWay = calls
        .flatMap(({ dials }) => dials)
        .some(
          (dial) =>
            (isOfBuyer ? dial.buyerId === 1 : dial.targetId === "t1") &&
            (rule.after === "connected" || dial.standing !== "connected") &&
            isWithin(rule.window, dial.at, at),
        );
      expect(found !== undefined).toBe(isInTheWay);
    }),
  );
});

test("what is remembered of a call follows from its facts, in whatever order they came", () => {
  fc.assert(
    fc.property(
      fc.string().chain((seed) => {
        const { events } = inventHistory(seed);
        return fc.shuffledSubarray([...events], { minLength: events.length });
      }),
      (events) => {
        const one = events.reduce((state, event) => joinEvents(state, [event]), emptyCall("call", "account"));
        expect(toRemembered(one)).toEqual(toRemembered(foldCall(events)));
      },
    ),
    { numRuns: 500 },
  );
});

test("a call that is paid for is remembered as such, and one that converted by the buyer that owes for it", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state } = inventHistory(seed);
      const remembered = toRemembered(state)?.call;
      if (remembered === undefined) return;
      for (const { kind, debit } of settle(state)) {
        if (kind === "payout") expect(remembered.payout).toBe("earned");
        else {
          const owing = remembered.dials.filter(({ standing }) => standing === "converted");
          expect(owing.map(({ buyerId }) => `buyer:${buyerId}:receivable`)).toEqual([debit]);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("a repeat earns no revenue", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state } = inventHistory(seed);
      const payers = state.attempts.filter(({ terms }) => terms.convertedBefore === undefined);
      const owing = settle(state).filter(({ kind }) => kind === "revenue");
      for (const { debit } of owing) {
        expect(payers.map(({ buyerId }) => `buyer:${buyerId}:receivable`)).toContain(debit);
      }
    }),
    { numRuns: 1000 },
  );
});

test("where one publisher is paid for a caller once, a repeat is paid to nobody", () => {
  const payout = {
    kind: "fixed",
    micros: "7000001",
    due: { kind: "connected" },
    duplicates: { window: { kind: "ever" }, across: "campaign" },
  } as const;
  const changes = { payout, payouts: {}, payoutRules: [], ownPayoutRules: {} };
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state } = inventHistory(seed, changes);
      const paid = state.arrived?.recall?.payouts ?? [];
      const isPaid = settle(state).some(({ kind }) => kind === "payout");
      expect(paid.length > 0 && isPaid).toBe(false);
    }),
    { numRuns: 1000 },
  );
});
