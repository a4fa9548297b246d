import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createCallTags } from "#filter/call-tags.ts";
import { emptyCall, joinEvents } from "#call/fold.ts";
import { createRandom } from "#random.ts";
import { aCampaign } from "#testing/book.ts";
import { inventHistory } from "#testing/history.ts";
import { inventCampaign } from "#testing/invent-campaign.ts";
import { arrivedFact } from "#testing/stage.ts";
import { findRuleMiss, pickPayout } from "./payout-rule.ts";
import { settle } from "./settle.ts";

const inputAt = (at: number) => ({ at, tags: createCallTags(arrivedFact(), at), listed: {} });

test("the first rule in order that takes the call pays, and where none does what is paid for all others", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 10 ** 12 }), (seed, at) => {
      const { payoutRules, payout = null } = inventCampaign(createRandom(seed));
      if (payoutRules === undefined) return;
      const input = inputAt(at);
      const pick = pickPayout(aCampaign({ payoutRules, payout }), "publisher", input);
      const taking = payoutRules.findIndex((rule) => findRuleMiss(rule, input) === null);
      const before = taking === -1 ? payoutRules : payoutRules.slice(0, taking);
      const first = payoutRules[taking] ?? { name: null, payout };
      expect(pick).toMatchObject({ rule: first.name, payout: first.payout });
      expect(pick?.missed.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
    }),
    { numRuns: 1000 },
  );
});

test("a call with a rule is settled by its facts in whatever order they come, and by that rule's terms alone", () => {
  let picked = 0;
  fc.assert(
    fc.property(fc.string(), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (seed, keys) => {
      const { events, state } = inventHistory(seed);
      const pick = state.arrived?.payoutPick;
      if (pick === undefined) return;
      picked += 1;
      const shuffled = events
        .map((event) => ({ event, key: keys.next().value ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .reduce((call, { event }) => joinEvents(call, [event]), emptyCall("call", "account"));
      expect(settle(shuffled)).toEqual(settle(state));
      const payout = settle(state).find(({ kind }) => kind === "payout");
      if (pick.payout === null) expect(payout).toBeUndefined();
      if (payout !== undefined && pick.payout?.kind === "fixed") {
        expect(payout.amountMicros).toBe(BigInt(pick.payout.micros));
      }
    }),
    { numRuns: 1000 },
  );
  expect(picked).toBeGreaterThan(100);
});
