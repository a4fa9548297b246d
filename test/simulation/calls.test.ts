import { expect, test } from "vitest";
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
  const world = await startWorld({ seed, quantumMs: 20, furnish: async (deps) => {
    for (const plan of accountPlans) accounts.push(await installPlan(deps, plan));
  } });
  say("started");
  const { simulator, clock, app } = world;
  for (const { plan, accountRef } of accounts) {
    for (const { destination, farEnd } of plan.targets) simulator.setFarEnd(destination.address, farEnd);
    for (const phoneNumber of plan.unknownNumbers) simulator.addNumber({ accountSid: accountRef, phoneNumber, voiceUrl: `${world.publicUrl}/carriers/twilio/voice`, statusCallback: `${world.publicUrl}/carriers/twilio/status` });
  }
  disturbNetwork(simulator);
  const numbers = accounts.flatMap(({ plan }) => [...plan.numbers.map(({ number }) => number), ...plan.unknownNumbers]);
  const traffic = createTraffic({ world, seed, numbers, perSecond: 40 });
  const v0 = clock.now();
  await traffic.placeUntil(total);
  say(`placed, virtual ${(clock.now() - v0) / 1000}, waiting ${app.livePlane.drain.waiting()}`);
  const done = await clock.advanceUntil(() => simulator.counters.callsOpen === 0 , 40 * 3600_000);
  say(`over ${done}, virtual ${(clock.now() - v0) / 1000} waiting ${app.livePlane.drain.waiting()} ${JSON.stringify(app.livePlane.live.size())}`);
  const gone = await clock.advanceUntil(() => app.livePlane.live.size().calls === 0 , 40 * 3600_000);
  say(`forgotten ${gone}, virtual ${(clock.now() - v0) / 1000} waiting ${app.livePlane.drain.waiting()} ${JSON.stringify(app.livePlane.live.size())}`);
  await app.livePlane.drain.idle();
  say("idle");
  console.log(JSON.stringify(simulator.counters), JSON.stringify(app.livePlane.live.counters()), simulator.faults.length, JSON.stringify(simulator.faults.slice(0, 5)), world.errors.slice(0, 3), world.errors.length, app.livePlane.live.checkpoint().capacity.slots.length, process.memoryUsage().heapUsed / 1e6);
  await world.close();
  say("closed");
  expect(1).toBe(1);
});
