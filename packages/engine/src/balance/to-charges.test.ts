import * as fc from "fast-check";
import { expect, test } from "vitest";
import { listLegs } from "#call/dial-leg.ts";
import { emptyCall, foldCall, joinEvents } from "#call/fold.ts";
import { toPartyAccount } from "#settle/party.ts";
import { settle } from "#settle/settle.ts";
import { inventHistory } from "#testing/history.ts";
import { toChargeChanges, toCharges } from "./to-charges.ts";

test("what a call takes from balances depends on its facts only, not on their order", () => {
  fc.assert(
    fc.property(
      fc.string().chain((seed) => {
        const { events } = inventHistory(seed);
        return fc.shuffledSubarray([...events], { minLength: events.length });
      }),
      (events) => {
        const one = events.reduce((state, event) => joinEvents(state, [event]), emptyCall("call", "account"));
        expect(toCharges(one)).toEqual(toCharges(foldCall(events)));
      },
    ),
    { numRuns: 1000 },
  );
});

test("the changes that a call's facts bring one by one end with what it takes, and are never below zero", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const charges = new Map<number, bigint>();
      let state = emptyCall("call", "account");
      const { events } = inventHistory(seed);
      for (const event of events.toSorted((a, b) => a.at - b.at)) {
        const after = joinEvents(state, [event]);
        for (const [buyerId, micros] of toChargeChanges(state, after)) {
          expect(micros).toBeGreaterThanOrEqual(0n);
          charges.set(buyerId, micros);
        }
        state = after;
      }
      for (const [buyerId, micros] of toCharges(foldCall(events))) {
        expect(charges.get(buyerId) ?? 0n).toBe(micros);
      }
    }),
    { numRuns: 1000 },
  );
});

test("once every dial has its final word, a prepaid buyer is charged what the ledger gets, to the micro", () => {
  let charged = 0;
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state } = inventHistory(seed);
      if (state.attempts.some(({ connectedSeconds }) => connectedSeconds === null)) return;
      const revenues = settle(state).filter(({ kind }) => kind === "revenue");
      // A buyer may own a target that it does not pay for in advance: every row has terms of its own here.
      const prepaid = new Set(
        listLegs(state.decisions).flatMap(({ leg }) => (leg.prepaid === undefined ? [] : [leg.attempt])),
      );
      const isCharged = ({ key }: { key: string }) => prepaid.has(Number(key.split(":").at(-1)));
      for (const [buyerId, micros] of toCharges(state)) {
        const account = toPartyAccount({ kind: "buyer", id: buyerId });
        const owed = revenues.filter((transfer) => transfer.debit === account && isCharged(transfer));
        const sum = owed.reduce((all, { amountMicros }) => all + amountMicros, 0n);
        expect(micros).toBe(sum);
        if (sum > 0n) charged += 1;
      }
    }),
    { numRuns: 4000 },
  );
  expect(charged).toBeGreaterThan(20);
});
