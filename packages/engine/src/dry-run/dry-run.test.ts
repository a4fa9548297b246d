import { expect, test } from "vitest";
import type { CampaignBook, PlanRow } from "#book.ts";
import { aCampaign, aRow } from "#testing/book.ts";
import { aSchedule } from "#testing/hours.ts";
import { playCalls, type ToldCall } from "#testing/past-calls.ts";
import { createDryRun } from "./dry-run.ts";
import type { PastCall } from "./past-call.ts";

const today = { balances: new Map<number, bigint>(), lists: new Map() };

const run = (calls: readonly PastCall[], draft: CampaignBook) => {
  const dryRun = createDryRun({ calls, campaigns: { campaign: draft }, today });
  dryRun.advance(dryRun.total);
  return dryRun.sumUp();
};

/** Calls a minute apart that each talk for so long. */
const eachMinute = (...talks: number[]): ToldCall[] =>
  talks.map((seconds, index) => ({ id: `call ${index}`, second: index * 60, talks: seconds }));

const [acme, bright] = [aRow("Acme"), aRow("Bright", { priority: 2, revenueMicros: "40000000" })];
const byRows = (...rows: PlanRow[]): CampaignBook => aCampaign({ rows });

const listTo = ({ moves }: ReturnType<typeof run>) =>
  moves.map(({ callId, to }) => `${callId}: ${to.map(({ name }) => name).join(", ")}`);

test("what does not move keeps its money, and what moves is estimated by the calls of its new target", () => {
  const closed = { ...acme, targetStatus: "paused" } as const;
  // Two of Bright's three conversations convert; the first two calls are Acme's.
  const calls = [
    ...playCalls(byRows(acme, bright), eachMinute(100, 20)),
    ...playCalls(byRows(closed, bright), [
      { id: "call 2", second: 200, talks: 120 },
      { id: "call 3", second: 300, talks: 95 },
      { id: "call 4", second: 400, talks: 10 },
    ]),
  ];
  const result = run(calls, byRows(closed, bright));
  expect(result.fates).toEqual({ kept: 3, moved: 2, gained: 0, lost: 0 });
  expect(result.before).toEqual({ revenueMicros: 105_000_000n, payoutMicros: 30_000_000n });
  expect(result.kept).toEqual({ revenueMicros: 80_000_000n, payoutMicros: 20_000_000n });
  // 2 of 3 × 40.00, and 2 of 3 × 10.00, for each of two calls.
  expect(result.estimated).toEqual({ revenueMicros: 53_333_332n, payoutMicros: 13_333_332n });
  expect(result.destinations).toEqual([
    {
      targets: [{ id: "target:Bright", name: "Bright" }],
      before: { calls: 3, revenueMicros: 80_000_000n, payoutMicros: 20_000_000n },
      after: { calls: 5, unestimated: 0, revenueMicros: 133_333_332n, payoutMicros: 33_333_332n },
      sample: { dialled: 3, converted: 2 },
    },
    {
      targets: [{ id: "target:Acme", name: "Acme" }],
      before: { calls: 2, revenueMicros: 25_000_000n, payoutMicros: 10_000_000n },
      after: { calls: 0, unestimated: 0, revenueMicros: 0n, payoutMicros: 0n },
      sample: { dialled: 2, converted: 1 },
    },
  ]);
});

test("terms by the length are estimated with the lengths of the target's converted calls", () => {
  const perMinute = {
    revenueMicros: "0",
    revenueAfterSeconds: 30,
    revenueByLength: {
      kind: "per-minute",
      microsPerMinute: "600000",
      incrementSeconds: 6,
      minimumSeconds: 0,
    },
  } as const;
  const calls = [
    ...playCalls(byRows(bright), eachMinute(120, 90, 0)),
    ...playCalls(byRows(acme), [{ id: "call 3", second: 300, talks: 100 }]),
  ];
  const result = run(calls, byRows({ ...bright, ...perMinute }));
  // 1.20 and 0.90 of three calls.
  expect(result.estimated.revenueMicros).toBe(700_000n);
});

test("without any calls of the new target there is no estimate", () => {
  const result = run(playCalls(byRows(acme), eachMinute(100, 100)), byRows(aRow("New")));
  expect(result.fates.moved).toBe(2);
  expect(result.unestimated).toEqual({ calls: 2, revenueMicros: 50_000_000n, payoutMicros: 20_000_000n });
  expect(result.after).toEqual({ revenueMicros: 0n, payoutMicros: 0n });
  expect(result.moves.map(({ estimate }) => estimate)).toEqual([null, null]);
});

test("a call that nobody would take earns nothing, and one that nobody took is gained", () => {
  const paused = byRows({ ...acme, targetStatus: "paused" });
  const open = playCalls(byRows(acme), eachMinute(100));
  const missed = playCalls(paused, [{ id: "call 1", second: 60, talks: 0 }]);
  expect(run([...open, ...missed], paused)).toMatchObject({
    fates: { kept: 1, moved: 0, gained: 0, lost: 1 },
    after: { revenueMicros: 0n, payoutMicros: 0n },
  });
  expect(run([...open, ...missed], byRows(acme))).toMatchObject({
    fates: { kept: 1, moved: 0, gained: 1, lost: 0 },
    after: { revenueMicros: 50_000_000n, payoutMicros: 20_000_000n },
  });
});

test("a publisher that is paid for the call itself is paid whoever takes it", () => {
  const payout = { kind: "fixed", micros: "3000000", due: { kind: "incoming" } } as const;
  const calls = playCalls(aCampaign({ rows: [acme], payout }), eachMinute(100));
  const result = run(calls, aCampaign({ rows: [], payout }));
  expect(result.fates.lost).toBe(1);
  expect(result.after).toEqual({ revenueMicros: 0n, payoutMicros: 3_000_000n });
});

const capped = (limit: number) => ({
  caps: { list: [{ on: "dialled", period: "day", limit }], generation: 1, timeZone: "UTC" } as const,
});

test("caps evolve in order: what goes to another target leaves its place to the calls after it", () => {
  const full = { ...acme, ...capped(2) };
  const calls = playCalls(byRows(full, bright), eachMinute(100, 100, 100, 100));
  expect(run(calls, byRows(full, bright)).fates.moved).toBe(0);
  // Bright takes the first of Acme's calls, so that Acme has a place left for the third, and nobody for the fourth.
  const first = { ...bright, priority: 0, ...capped(1) };
  expect(listTo(run(calls, byRows(first, full)))).toEqual(["call 0: Bright", "call 2: Acme", "call 3: "]);
});

test("calls at once evolve in order: who talks elsewhere leaves its place", () => {
  const one = { ...acme, concurrencyMax: 1 };
  const told = [
    { id: "a", second: 0, talks: 100 },
    { id: "b", second: 10, talks: 100 },
    { id: "c", second: 120, talks: 100 },
  ];
  // Nobody counts calls at once on this stage, so Acme takes all three.
  const calls = playCalls(byRows(acme, bright), told);
  expect(listTo(run(calls, byRows(one, bright)))).toEqual(["b: Bright"]);
});

test("rates evolve in order", () => {
  const slow = { ...acme, rate: { calls: 1, per: "minute" } as const };
  const told = [0, 20, 70, 130].map((second) => ({ id: `at ${second}`, second, talks: 1 }));
  expect(listTo(run(playCalls(byRows(acme, bright), told), byRows(slow, bright)))).toEqual(["at 20: Bright"]);
});

test("turns evolve in order", () => {
  const rows = [acme, { ...bright, priority: 1 }, aRow("Calm")];
  const calls = playCalls(byRows(acme), eachMinute(1, 1, 1, 1));
  const result = run(calls, aCampaign({ rows, strategies: { "1": "round-robin" } }));
  expect(listTo(result)).toEqual(["call 1: Bright", "call 2: Calm"]);
});

test("hours and callers are those of the call", () => {
  const thursday = { ...acme, schedule: aSchedule({ thu: [{ from: "00:00", to: "00:18" }] }) };
  // The first call comes at 00:16:40 UTC.
  const result = run(playCalls(byRows(acme, bright), eachMinute(1, 1, 1)), byRows(thursday, bright));
  expect(listTo(result)).toEqual(["call 2: Bright"]);
});

test("a prepaid buyer pays for what comes to it, as long as its balance of today reaches", () => {
  const prepaid = { creditLimitMicros: "0", mode: "at-conversion" } as const;
  const calls = playCalls(byRows(acme, bright), eachMinute(100));
  const ask = (balance: bigint) => {
    const balances = new Map([[bright.buyerId ?? 0, balance]]);
    const draft = byRows({ ...bright, prepaid });
    const dryRun = createDryRun({ calls, campaigns: { campaign: draft }, today: { ...today, balances } });
    dryRun.advance(dryRun.total);
    return dryRun.sumUp();
  };
  expect(ask(0n).fates.lost).toBe(1);
  const rich = ask(1n);
  expect(rich.fates.moved).toBe(1);
  expect(rich.assumptions).toContainEqual({ assumption: "balances-of-today", calls: 1 });
});

test("it goes on in as small steps as one likes", () => {
  const calls = playCalls(byRows(acme), eachMinute(1, 1, 1));
  const dryRun = createDryRun({ calls, campaigns: {}, today });
  expect([dryRun.total, dryRun.advance(1), dryRun.advance(1), dryRun.advance(9)]).toEqual([6, 1, 2, 6]);
  expect(dryRun.sumUp().fates.kept).toBe(3);
});
