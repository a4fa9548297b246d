import { afterAll, beforeAll, expect, test } from "vitest";
import { findCapLimit } from "#calls/cap-limits.ts";
import { lawNames } from "#calls/compare-calls.ts";
import { listRings } from "#calls/list-rings.ts";
import { accountPlans } from "#calls/plan.ts";
import { countRows } from "#calls/read-booked.ts";
import { runSimulation, type Simulated } from "#calls/run-simulation.ts";

const seed = process.env["CCP_SEED"] ?? String(Date.now() % 2 ** 31);
const calls = Number(process.env["CCP_CALLS"] ?? 10_000);
const timeoutMs = Number(process.env["CCP_TEST_TIMEOUT_MS"] ?? 600_000);

let simulated: Simulated;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const summarize = ({ world: { simulator, app }, traffic }: Simulated, seconds: number): string => {
  const { callsPlaced, sent, duplicated, dropped } = simulator.counters;
  const asked = app.livePlane.live.counters()["asked.known"] ?? 0;
  return (
    `seed ${seed}: ${callsPlaced} calls, ${sent} webhooks, ${duplicated} duplicated, ${dropped} dropped, ` +
    `${traffic.repeating()} calls with every request repeated, the carrier asked ${asked} times, ${seconds} s`
  );
};

beforeAll(async () => {
  say(`simulation of ${calls} calls, CCP_SEED=${seed}`);
  const startedAt = performance.now();
  simulated = await runSimulation({ seed, calls });
  say(summarize(simulated, Math.round((performance.now() - startedAt) / 1000)));
}, timeoutMs);

afterAll(async () => {
  await simulated.world.close();
});

test("every request for instructions is answered with what the carrier can play, a repeated one byte for byte", () => {
  const { faults, counters } = simulated.world.simulator;
  expect(faults.slice(0, 10)).toEqual([]);
  expect(counters.refused + counters.failed).toBe(0);
});

test("time comes to an end: every call is over, booked, forgotten but for who called, and holds no slot", () => {
  const { simulator, app } = simulated.world;
  const { live, drain } = app.livePlane;
  expect(simulated.isSettled).toBe(true);
  const { callers, ...open } = live.size();
  expect(open).toEqual({ calls: 0, inFlight: 0 });
  const truths = simulated.traffic.callSids.map((callSid) => simulator.getTruth(callSid));
  const called = new Set(truths.map(({ accountSid, from }) => `${accountSid} ${from}`));
  expect(callers).toBeGreaterThan(0);
  expect(callers).toBeLessThanOrEqual(called.size);
  expect(live.checkpoint().capacity.slots).toEqual([]);
  expect(drain.waiting()).toBe(0);
});

test("every call is booked in its own account, nothing is quarantined, and nothing went wrong unseen", async () => {
  const { world, accounts, traffic } = simulated;
  const pool = world.app.pools.app;
  const ids = accounts.map(({ ctx }) => ctx.accountId);
  const booked = await Promise.all(ids.map((id) => countRows(pool, id, "calls")));
  const quarantined = await Promise.all(ids.map((id) => countRows(pool, id, "quarantined_events")));
  expect(booked.reduce((sum, count) => sum + count, 0)).toBe(traffic.callSids.length);
  expect(quarantined).toEqual(ids.map(() => 0));
  expect(world.errors.slice(0, 10)).toEqual([]);
  expect(simulated.comparison.broken.get("is booked")).toBeUndefined();
});

test.each(lawNames)("each call %s", (law) => {
  const broken = simulated.comparison.broken.get(law);
  const report = broken && `${broken.count} calls, CCP_SEED=${seed}\n${broken.samples.join("\n")}`;
  expect(report).toBeUndefined();
});

test("no target ever had more calls at once than its limit, and the limits were reached", () => {
  const { peaks } = simulated.comparison;
  const limited = accountPlans.flatMap(({ name: account, targets }) =>
    targets.flatMap(({ name, concurrencyMax: limit }) =>
      limit === null || !peaks.has(`${account}: ${name}`) ? [] : [{ name: `${account}: ${name}`, limit }],
    ),
  );
  const exceeded = limited.filter(({ name, limit }) => (peaks.get(name) ?? 0) > limit);
  const reached = limited.filter(({ name, limit }) => peaks.get(name) === limit);
  expect(exceeded).toEqual([]);
  expect(reached.length).toBeGreaterThan(0);
});

test("phones rang side by side, one of them took the call, and some were answered in the same moment", () => {
  const { simulator } = simulated.world;
  const rings = simulated.traffic.callSids.flatMap((callSid) => listRings(simulator.getTruth(callSid)));
  expect(rings.filter((legs) => legs.some(({ isBridged }) => isBridged)).length).toBeGreaterThan(calls / 50);
  expect(
    rings.filter((legs) => legs.filter(({ answeredAt }) => answeredAt !== null).length > 1).length,
  ).toBeGreaterThan(0);
});

test("calls earned by terms of every kind", () => {
  const kinds = [...simulated.comparison.earned].filter(([, count]) => count > calls / 500);
  expect(kinds.map(([kind]) => kind).toSorted()).toEqual(["fixed", "per-minute", "tiers"]);
});

test("no exact cap was ever exceeded, each kind was filled, and what was counted is what is booked", () => {
  const { world, comparison, accounts } = simulated;
  const { capacity } = world.app.livePlane.live.checkpoint();
  if (capacity.format !== 4) throw new Error("This format is no longer written.");
  const kept = capacity.counters.map(({ counter, count }) => [counter, BigInt(count)] as const);
  expect(new Map(kept)).toEqual(comparison.counts);
  const counted = kept.map(([counter, count]) => [counter, Number(count)] as const);
  const exceeded = counted.filter(([counter, count]) => count > (findCapLimit(accounts, counter) ?? 0));
  expect(exceeded).toEqual([]);
  // What a call gives back after the last one came is taken by nobody.
  const filled = counted.filter(([counter, count]) => count >= 0.9 * (findCapLimit(accounts, counter) ?? 0));
  expect(filled.map(([counter]) => counter.split(":")[3])).toEqual(
    expect.arrayContaining(["dialled", "connected", "converted"]),
  );
});

test("the network did disturb them", () => {
  const { world, traffic } = simulated;
  const { callsPlaced, duplicated, dropped } = world.simulator.counters;
  expect(duplicated).toBeGreaterThan(callsPlaced / 3);
  expect(dropped).toBeGreaterThan(callsPlaced / 10);
  expect(traffic.repeating()).toBeGreaterThan(callsPlaced / 20);
  expect(world.app.livePlane.live.counters()["asked.known"]).toBeGreaterThan(callsPlaced / 20);
});
