import { Pool } from "pg";
import { expect, test } from "vitest";
import { changePlan } from "#calls/change-plan.ts";
import { compareCalls } from "#calls/compare-calls.ts";
import { countRows } from "#calls/read-booked.ts";
import { installPlan, type InstalledAccount } from "#calls/install-plan.ts";
import { createTraffic, disturbNetwork } from "#calls/place-calls.ts";
import { accountPlans } from "#calls/plan.ts";
import { startWorld } from "#support/start-world.ts";

const seed = process.env["CCP_SEED"] ?? String(Date.now() % 2 ** 31);
const total = Number(process.env["CCP_CALLS"] ?? 10_000);

test("spike", async () => {
  const accounts: InstalledAccount[] = [];
  const t0 = performance.now();
  const say = (s: string) => console.log(((performance.now() - t0) / 1000).toFixed(1), s);
  const world = await startWorld({ seed, quantumMs: Number(process.env["Q"] ?? 20), furnish: async (deps) => {
    for (const plan of accountPlans) accounts.push(await installPlan(deps, plan));
  } });
  say("started");
  const { simulator, clock, app } = world;
  const database = new Pool({ connectionString: world.databaseUrl });
  for (const { history, accountRef } of accounts) {
    const plan = history.latest();
    for (const { destination, farEnd } of plan.targets) simulator.setFarEnd(destination.address, farEnd);
    for (const phoneNumber of plan.unknownNumbers) simulator.addNumber({ accountSid: accountRef, phoneNumber, voiceUrl: `${world.publicUrl}/carriers/twilio/voice`, statusCallback: `${world.publicUrl}/carriers/twilio/status` });
  }
  disturbNetwork(simulator);
  const numbers = accountPlans.flatMap((plan) => [...plan.numbers.map(({ number }) => number), ...plan.unknownNumbers]);
  const traffic = createTraffic({ world, seed, numbers, perSecond: Number(process.env["R"] ?? 40) });
  const v0 = clock.now();
  await traffic.placeUntil(total / 2);
  await changePlan({ pools: app.pools, database }, accounts[0]!, { target: { name: "Plumber east", change: { revenueMicros: "56000000", revenueAfterSeconds: 50 }}, campaign: { name: "Dental", change: { payoutMicros: "18000000", payoutAfterSeconds: 31 } } });
  simulator.setSwitches({ behaviour: { actionAfterCallerLeft: "skipped" } });
  await traffic.placeUntil(total);
  say(`placed, virtual ${(clock.now() - v0) / 1000}, waiting ${app.livePlane.drain.waiting()}`);
  const done = await clock.advanceUntil(() => simulator.counters.callsOpen === 0 , 40 * 3600_000);
  say(`over ${done}, virtual ${(clock.now() - v0) / 1000} waiting ${app.livePlane.drain.waiting()} ${JSON.stringify(app.livePlane.live.size())}`);
  const gone = await clock.advanceUntil(() => app.livePlane.live.size().calls === 0 , 2 * 3600_000);
  say(`forgotten ${gone}, virtual ${(clock.now() - v0) / 1000} waiting ${app.livePlane.drain.waiting()} ${JSON.stringify(app.livePlane.live.size())}`);
  await app.livePlane.drain.idle();
  say("idle");
  console.log(JSON.stringify(simulator.counters), JSON.stringify(app.livePlane.live.counters()), simulator.faults.length, JSON.stringify(simulator.faults.slice(0, 5)), world.errors.slice(0, 3), world.errors.length, app.livePlane.live.checkpoint().capacity.slots.length, process.memoryUsage().heapUsed / 1e6);
  const { broken, occupancy } = await compareCalls({ simulator, database, accounts }, traffic.callSids);
  for (const [law, { count, samples }] of broken) console.log(law, count, "\n" + samples.join("\n"));
  console.log(occupancy.peaks(), await countRows(database, "quarantined_events"));
  say("compared");
  await database.end();
  await world.close();
  say("closed");
  expect(1).toBe(1);
});
