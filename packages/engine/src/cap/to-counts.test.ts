import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isBridged } from "#call/attempt.ts";
import { emptyCall, foldCall, joinEvents } from "#call/fold.ts";
import { findConverted } from "#settle/settle.ts";
import { inventHistory } from "#testing/history.ts";
import { toCountChanges, toCounts } from "./to-counts.ts";

test("what a call counts for depends on its facts only, not on their order", () => {
  fc.assert(
    fc.property(
      fc.string().chain((seed) => {
        const { events } = inventHistory(seed);
        return fc.shuffledSubarray([...events], { minLength: events.length });
      }),
      (events) => {
        const one = events.reduce((state, event) => joinEvents(state, [event]), emptyCall("call", "account"));
        expect(toCounts(one)).toEqual(toCounts(foldCall(events)));
      },
    ),
    { numRuns: 1000 },
  );
});

test("the changes that a call's facts bring one by one add up to what it counts for in the end", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const sums = new Map<string, number>();
      let state = emptyCall("call", "account");
      const { events } = inventHistory(seed);
      for (const event of events.toSorted((a, b) => a.at - b.at)) {
        const after = joinEvents(state, [event]);
        for (const [counter, by] of toCountChanges(state, after)) {
          expect(by).not.toBe(0);
          const sum = (sums.get(counter) ?? 0) + by;
          expect(sum).toBeGreaterThanOrEqual(0);
          if (sum === 0) sums.delete(counter);
          else sums.set(counter, sum);
        }
        state = after;
      }
      expect(sums).toEqual(toCounts(foldCall(events)));
    }),
    { numRuns: 1000 },
  );
});

test("of a call that is over every dial counts, each conversation once, and at most one conversion", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state } = inventHistory(seed);
      const converted = findConverted(state);
      const counts = toCounts(state);
      for (const { choice } of state.decisions) {
        if (choice.kind !== "dial") continue;
        const attempt = state.attempts.find(({ number }) => number === choice.attempt);
        if (attempt === undefined || attempt.connectedSeconds === null) continue;
        for (const { counter, on } of choice.claims ?? []) {
          const isCounted =
            on === "dialled" ||
            (on === "connected" && isBridged(attempt)) ||
            (on === "converted" && converted === attempt);
          expect(counts.has(counter)).toBe(isCounted);
        }
      }
    }),
    { numRuns: 1000 },
  );
});
