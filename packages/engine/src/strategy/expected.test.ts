import * as fc from "fast-check";
import { expect, test } from "vitest";
import { emptyCall, joinEvents } from "#call/fold.ts";
import { toCountChanges } from "#cap/to-counts.ts";
import type { Counter } from "#cap/counter.ts";
import { createCallTags } from "#filter/call-tags.ts";
import { route } from "#route/route.ts";
import { aCampaign, aRow } from "#testing/book.ts";
import { inventHistory } from "#testing/history.ts";
import { arrivedFact, createStage, decide, tell } from "#testing/stage.ts";
import type { Tally } from "./expectation.ts";
import { compileTallies, toTallies } from "./tally.ts";

const strategies = { "1": "best-expected-revenue" } as const;

const anyTally: fc.Arbitrary<Tally & { weight: number }> = fc
  .record({
    dialled: fc.nat(30),
    connected: fc.nat(20),
    converted: fc.nat(20),
    micros: fc.bigInt({ min: 0n, max: 10n ** 13n }),
    weight: fc.integer({ min: 1, max: 1000 }),
  })
  .map(({ micros, ...rest }) => ({ ...rest, revenueMicros: String(micros) }));

test("who is in training goes first, and of the trained nobody is worth more than the one that was picked", () => {
  fc.assert(
    fc.property(fc.array(anyTally, { minLength: 1, maxLength: 8 }), fc.nat(10), (tallies, trainingCalls) => {
      const rows = tallies.map(({ weight }, index) => aRow(`T${index}`, { weight }));
      const expectations = { "1": { unit: "days", count: 7, trainingCalls } } as const;
      const { row } = route({
        campaign: aCampaign({ rows, strategies, expectations }),
        at: 0,
        inUse: rows.map(() => 0),
        recency: { stamp: 1, turns: rows.map(() => 0) },
        expected: { own: tallies },
        filterInput: { tags: createCallTags(arrivedFact(), 0), listed: {} },
        tries: new Map(),
        refused: [],
        seed: "seed",
        rowsAllowed: true,
        fallbackAllowed: true,
      });
      const picked = tallies[Number(row)];
      if (picked === undefined) throw new Error("Nobody was picked.");
      if (tallies.some(({ dialled }) => dialled < trainingCalls)) {
        expect(picked.dialled).toBeLessThan(trainingCalls);
        return;
      }
      const earned = ({ revenueMicros, connected, weight }: (typeof tallies)[number]): bigint =>
        connected === 0 ? 0n : (BigInt(revenueMicros) * BigInt(weight)) / BigInt(connected);
      for (const other of tallies) expect(earned(other) <= earned(picked)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("training is fair: of those that stay open nobody has two calls more than another until all are trained", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }), (targets, trainingCalls) => {
      const rows = Array.from({ length: targets }, (_, index) => aRow(`T${index}`));
      const expectations = { "1": { unit: "days", count: 7, trainingCalls } } as const;
      const stage = createStage(aCampaign({ rows, strategies, expectations }));
      const counts = rows.map(() => 0);
      for (let call = 0; call < targets * trainingCalls; call += 1) {
        stage.now += 1000;
        stage.state = emptyCall("call", "account");
        tell(stage, arrivedFact());
        const { choice } = decide(stage, { kind: "arrived" }).fact;
        if (choice.kind !== "dial" || choice.row === "fallback") throw new Error("Nobody was dialled.");
        counts[choice.row] = (counts[choice.row] ?? 0) + 1;
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }
      expect(counts).toEqual(rows.map(() => trainingCalls));
    }),
    { numRuns: 60 },
  );
});

test("what a call counts for is the sum of its changes, in whatever order its facts come", () => {
  let counted = 0;
  fc.assert(
    fc.property(fc.string(), fc.infiniteStream(fc.nat()), (seed, keys) => {
      const { events, state } = inventHistory(seed);
      const wanted = toTallies(state);
      if (wanted.size === 0) return;
      counted += 1;
      const sums = new Map<Counter, bigint>();
      let call = emptyCall("call", "account");
      const shuffled = events.map((event) => ({ event, key: keys.next().value ?? 0 }));
      for (const { event } of shuffled.toSorted((a, b) => a.key - b.key)) {
        const after = joinEvents(call, [event]);
        for (const [counter, by] of toCountChanges(call, after)) {
          if (counter.startsWith("expected:")) sums.set(counter, (sums.get(counter) ?? 0n) + by);
        }
        call = after;
      }
      const left = [...sums].flatMap(([counter, sum]) =>
        sum === 0n ? [] : [[counter, Number(sum)] as const],
      );
      expect(new Map(left)).toEqual(wanted);
    }),
    { numRuns: 600 },
  );
  expect(counted).toBeGreaterThan(30);
});

test("a decision reads as many counters as its window has hours or days, and none where no strategy asks", () => {
  const rows = [aRow("A"), aRow("B")];
  const expectations = { "1": { unit: "hours", count: 30, trainingCalls: 1 } } as const;
  const asked = compileTallies(aCampaign({ rows, strategies, expectations }));
  const counters = asked?.list(3_600_000 * 1000);
  expect(counters).toHaveLength(2 * 30 * 4);
  expect(new Set(counters).size).toBe(2 * 30 * 4);
  expect(asked?.list(3_600_000 * 1000 + 5)).toBe(counters);
  expect(compileTallies(aCampaign({ rows }))).toBeUndefined();
});
