import * as fc from "fast-check";
import { expect, test } from "vitest";
import { settle } from "#settle/settle.ts";
import { inventHistory } from "#testing/history.ts";
import { isBridged } from "./attempt.ts";
import { listLegs } from "./dial-leg.ts";
import { foldCall } from "./fold.ts";
import { replayDecision } from "./replay.ts";

const strategies = { "1": "simultaneous", "2": "simultaneous", "3": "simultaneous" } as const;

/** A whole call, and what of it is known, in some order and with repeats. */
const anyKnown = fc.string().chain((seed) => {
  const { events, state } = inventHistory(seed, { strategies });
  const kept = events.filter(({ fact }) => fact.kind === "arrived" || fact.kind === "decided");
  const known = fc.array(fc.constantFrom(...events), { maxLength: 2 * events.length });
  return known.map((some) => ({ known: [...some, ...kept], state }));
});

test("of those who ring at once one at the most has the call, and pays, whatever is known and in whatever order", () => {
  let rings = 0;
  fc.assert(
    fc.property(anyKnown, ({ known }) => {
      const state = foldCall(known);
      for (const { choice } of state.decisions) {
        if (choice.kind !== "dial" || choice.beside === undefined) continue;
        rings += 1;
        const numbers = [...choice.beside, choice].map(({ attempt }) => attempt);
        const legs = state.attempts.filter(({ number }) => numbers.includes(number));
        expect(legs.filter(isBridged).length).toBeLessThanOrEqual(1);
        for (const leg of legs) if (!isBridged(leg)) expect(leg.connectedSeconds ?? 0).toBe(0);
      }
      const paying = settle(state).filter(({ kind }) => kind === "revenue");
      expect(paying.length).toBeLessThanOrEqual(1);
      for (const { key } of paying) {
        const attempt = state.attempts.find(({ number }) => key.endsWith(`:${number}`));
        expect(attempt === undefined || attempt.ringSize === 1 || isBridged(attempt)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
  expect(rings).toBeGreaterThan(10);
});

test("whoever the carrier names has the call, and nobody else of those who rang", () => {
  fc.assert(
    fc.property(anyKnown, ({ known }) => {
      const state = foldCall(known);
      for (const { leg, dial } of listLegs(state.decisions)) {
        if (dial.beside === undefined) continue;
        const attempt = state.attempts.find(({ number }) => number === leg.attempt);
        const named = known.flatMap(({ fact }) =>
          fact.kind === "dial-ended" && fact.attempt === dial.attempt ? (fact.childRef ?? []) : [],
        );
        if (attempt !== undefined && isBridged(attempt) && named.length > 0)
          expect(named).toContain(attempt.leg?.ref);
      }
    }),
    { numRuns: 1000 },
  );
});

test("a leg's slot is free once its dial is over, or another leg has the call", () => {
  fc.assert(
    fc.property(anyKnown, ({ known }) => {
      const state = foldCall(known);
      for (const { leg, dial } of listLegs(state.decisions)) {
        const attempt = state.attempts.find(({ number }) => number === leg.attempt);
        const ring = state.attempts.filter(({ number }) =>
          [...(dial.beside ?? []), dial].some((each) => each.attempt === number),
        );
        const isOver = known.some(({ fact }) => fact.kind === "dial-ended" && fact.attempt === dial.attempt);
        const isLost = ring.some((each) => each !== attempt && isBridged(each));
        if (isOver || isLost) expect(attempt?.outcome).not.toBe("dialling");
        if (isOver) expect(attempt?.outcome).not.toBe("connected");
      }
    }),
    { numRuns: 1000 },
  );
});

test("a ring comes out the same when it is made again", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state, campaign } = inventHistory(seed, { strategies });
      for (const decided of state.decisions) {
        expect(replayDecision(decided, campaign, state)).toMatchObject({ isSame: true });
      }
    }),
    { numRuns: 300 },
  );
});
