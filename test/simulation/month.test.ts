import { afterAll, beforeAll, expect, test } from "vitest";
import { findCapLimit } from "#calls/cap-limits.ts";
import { lawNames } from "#calls/compare-calls.ts";
import { listOwners, toOwnerKey } from "#calls/owners.ts";
import { listRings } from "#calls/list-rings.ts";
import { countRows } from "#calls/read-booked.ts";
import { coast } from "./month/plan.ts";
import { type Month, runMonth } from "./month/run-month.ts";

const seed = process.env["CCP_SEED"] ?? String(Date.now() % 2 ** 31);
const calls = Number(process.env["CCP_CALLS"] ?? 600);
const days = Number(process.env["CCP_DAYS"] ?? 1);
const timeoutMs = Number(process.env["CCP_TEST_TIMEOUT_MS"] ?? 600_000);

/** A day with the night of March 8, in which America has no hour from two to three, or a month with the end of February. */
const startAt = days === 1 ? Date.UTC(2026, 2, 7, 18) : Date.UTC(2026, 1, 20);

let month: Month;

beforeAll(async () => {
  process.stdout.write(`simulation of ${calls} calls in ${days} days, CCP_SEED=${seed}\n`);
  month = await runMonth({ seed, calls, startAt, days });
}, timeoutMs);

afterAll(async () => {
  await month.world.close();
});

test("every call of the days is over, booked and forgotten, and nothing went wrong unseen", async () => {
  const { world, account, callSids, isSettled } = month;
  const { live } = world.app.livePlane;
  expect(isSettled).toBe(true);
  expect(callSids).toHaveLength(calls);
  expect(live.checkpoint().capacity.slots).toEqual([]);
  expect(await countRows(world.app.pools.app, account.ctx.accountId, "calls")).toBe(calls);
  expect(await countRows(world.app.pools.app, account.ctx.accountId, "quarantined_events")).toBe(0);
  expect(world.errors.slice(0, 10)).toEqual([]);
  expect(world.simulator.faults.slice(0, 10)).toEqual([]);
});

test("it died again and again with records that no checkpoint had", () => {
  const { unsaved } = month;
  expect(unsaved.length).toBeGreaterThanOrEqual(days);
  // A quiet night may leave nothing beyond the last checkpoint.
  expect(unsaved.filter((records) => records > 0).length).toBeGreaterThan(unsaved.length / 2);
});

test.each(lawNames)("each call %s", (law) => {
  const broken = month.comparison.broken.get(law);
  const report = broken && `${broken.count} calls, CCP_SEED=${seed}\n${broken.samples.join("\n")}`;
  expect(report).toBeUndefined();
});

test("no exact cap was exceeded in any period, on either side of a restart, and caps were filled", () => {
  const counted = [...month.comparison.counts].map(([counter, count]) => [counter, Number(count)] as const);
  const limitOf = (counter: string): number => findCapLimit([month.account], counter) ?? 0;
  expect(counted.filter(([counter, count]) => count > limitOf(counter))).toEqual([]);
  const filled = counted.filter(([counter, count]) => count === limitOf(counter));
  expect(filled.length).toBeGreaterThan(0);
});

test("by what really happened no exact cap was exceeded, of nobody, and everybody's were filled", () => {
  const exact = month.comparison.caps.filter(({ cap }) => cap.mode !== "at-conversion");
  expect(exact.filter(({ cap, count }) => count > cap.limit)).toEqual([]);
  const filled = exact.filter(({ cap, count }) => count === cap.limit);
  expect([...new Set(filled.map(({ scope }) => scope))].toSorted()).toEqual([
    "buyer",
    "target",
    "target-group",
  ]);
  expect(filled.map(({ cap }) => cap.on)).toEqual(expect.arrayContaining(["dialled", "connected"]));
});

test("no target had more calls at once than its limit, nor those that share one, and limits were reached", () => {
  const limits = listOwners(coast).flatMap((owner) =>
    owner.concurrencyMax === null
      ? []
      : [
          {
            scope: owner.scope,
            limit: owner.concurrencyMax,
            peak: month.comparison.peaks.get(toOwnerKey(coast, owner)) ?? 0,
          },
        ],
  );
  expect(limits.filter(({ limit, peak }) => peak > limit)).toEqual([]);
  const reached = limits.filter(({ limit, peak }) => peak === limit).map(({ scope }) => scope);
  expect(reached.length).toBeGreaterThan(5);
  expect(reached).toEqual(expect.arrayContaining(["target", "target-group", "buyer"]));
});

test("what buyers reported was taken, all of it, some of it twice", () => {
  const { reporter, callSids } = month;
  const reported = callSids.filter((callSid) => reporter.find(callSid) !== undefined).length;
  expect(reporter.refused).toEqual([]);
  expect(reporter.open()).toBe(0);
  expect(reported).toBeGreaterThan(10);
  expect(reporter.taken()).toBeGreaterThan(reported);
});

test("nobody was called for a buyer whose money in the ledger was spent, and some was", () => {
  const { balances, callSids } = month;
  expect(balances.listLate(callSids)).toEqual([]);
  expect(balances.spentAt.size).toBeGreaterThan(0);
});

test("who pays in advance owes no more than was paid and lent, where each dial takes what it may cost, and uses it up", () => {
  const strict = [...(coast.buyers ?? [])].flatMap(([name, { prepaid }]) =>
    prepaid?.mode === "strict"
      ? [
          {
            name,
            owed: month.comparison.owed.get(name) ?? 0n,
            lent: BigInt(prepaid.paidMicros) + BigInt(prepaid.creditLimitMicros),
          },
        ]
      : [],
  );
  expect(strict.filter(({ owed, lent }) => owed > lent)).toEqual([]);
  expect(strict.filter(({ owed, lent }) => owed === lent).length).toBeGreaterThan(0);
});

test("phones rang side by side, and one of them took the call", () => {
  const { world, callSids } = month;
  const rings = callSids.flatMap((callSid) => listRings(world.simulator.getTruth(callSid)));
  const taken = rings.filter((legs) => legs.some(({ isBridged }) => isBridged));
  expect(taken.length).toBeGreaterThan(10);
});

test("many targets took calls, those with hours and filters among them", () => {
  const took = coast.targets.filter(({ name }) => month.comparison.peaks.has(`Coast: ${name}`));
  expect(took.length).toBeGreaterThan(40);
  expect(took.filter(({ hours }) => hours !== undefined).length).toBeGreaterThan(8);
  expect(took.filter(({ filter }) => filter !== undefined).length).toBeGreaterThan(4);
});
