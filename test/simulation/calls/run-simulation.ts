import { createManualClock } from "@ccp/simulator";
import { changePlan, type PlanChange } from "./change-plan.ts";
import { compareCalls, type Comparison } from "./compare-calls.ts";
import { installPlan, type InstalledAccount } from "./install-plan.ts";
import { atRate, createTraffic, disturbNetwork, type Traffic } from "./place-calls.ts";
import { accountPlans, pay } from "./plan.ts";
import { startWorld, type World, worldStartsAt } from "#support/start-world.ts";

/** A simulation that has come to its end, with everything that was left behind. */
export type Simulated = {
  world: World;
  accounts: readonly InstalledAccount[];
  traffic: Traffic;
  comparison: Comparison;
  /** Everything was over, booked and forgotten within the time that was allowed. */
  isSettled: boolean;
};

type Options = { seed: string; calls: number };

// Enough calls at once to reach every limit, and enough work at each moment to share syncs and commits: timers due
// within the quantum run side by side.
const callsPerSecond = 60;
const quantumMs = 25;
const settleMaxMs = 30 * 3_600_000;

const priceChange: PlanChange = {
  target: {
    name: "Plumber east",
    change: {
      revenue: {
        kind: "per-minute",
        microsPerMinute: "56000001",
        incrementSeconds: 7,
        minimumSeconds: 0,
        conversion: { kind: "length", seconds: 50, from: "connection" },
      },
    },
  },
  campaign: { name: "Dental", change: { payout: pay("18000000", 31) } },
};

const pause: PlanChange = {
  target: { name: "Dental desk", change: { status: "paused" } },
  campaign: { name: "Plumbing", change: { payout: pay("0", 0) } },
};

/** The carrier gets to know the people at the far ends, and the numbers that the product was not told of. */
export const openSimulator = (
  { simulator, publicUrl }: World,
  accounts: readonly InstalledAccount[],
): void => {
  for (const { history, accountRef } of accounts) {
    const { targets, unknownNumbers } = history.latest();
    for (const { destination, farEnd } of targets) simulator.setFarEnd(destination.address, farEnd);
    for (const phoneNumber of unknownNumbers) {
      const voiceUrl = `${publicUrl}/carriers/twilio/voice`;
      const statusCallback = `${publicUrl}/carriers/twilio/status`;
      simulator.addNumber({ accountSid: accountRef, phoneNumber, voiceUrl, statusCallback });
    }
  }
  disturbNetwork(simulator);
};

/** A third of the calls each by the first plan, after new prices, and after a pause. */
const placeAll = async (
  { app, simulator }: World,
  [first]: readonly InstalledAccount[],
  traffic: Traffic,
  calls: number,
): Promise<void> => {
  if (first === undefined) throw new Error("There is no account.");
  await traffic.placeUntil(Math.ceil(calls / 3));
  await changePlan(app.pools, first, priceChange);
  // From here on nothing but callbacks says that a caller has left.
  simulator.setSwitches({ behaviour: { actionAfterCallerLeft: "skipped" } });
  await traffic.placeUntil(Math.ceil((2 * calls) / 3));
  await changePlan(app.pools, first, pause);
  simulator.setSwitches({ behaviour: { actionAfterCallerLeft: "requested" } });
  await traffic.placeUntil(calls);
};

/** Lets time pass until the carrier has said everything, the product has asked for the rest, and all is booked. */
export const settle = async ({ app, clock, simulator }: World): Promise<boolean> => {
  const { live, drain } = app.livePlane;
  const isOver = (): boolean => simulator.counters.callsOpen === 0 && live.size().calls === 0;
  if (!(await clock.advanceUntil(isOver, settleMaxMs))) return false;
  let isBooked = false;
  void drain.idle().then(() => (isBooked = true));
  return clock.advanceUntil(() => isBooked, settleMaxMs);
};

/** Plays that many calls through the whole product and compares each of them with what really happened. */
export const runSimulation = async ({ seed, calls }: Options): Promise<Simulated> => {
  const accounts: InstalledAccount[] = [];
  const world = await startWorld({
    seed,
    clock: createManualClock({ startAt: worldStartsAt, quantumMs }),
    furnish: async (deps) => {
      for (const plan of accountPlans) accounts.push(await installPlan(deps, plan));
    },
  });
  openSimulator(world, accounts);
  const numbers = accountPlans.flatMap((plan) => [
    ...plan.numbers.map(({ number }) => number),
    ...plan.unknownNumbers,
  ]);
  const traffic = createTraffic({ world, seed, numbers, toWaitMs: atRate(callsPerSecond) });
  await placeAll(world, accounts, traffic, calls);
  const isSettled = await settle(world);
  const { simulator, app } = world;
  const comparison = await compareCalls({ simulator, pool: app.pools.app, accounts }, traffic.callSids);
  return { world, accounts, traffic, comparison, isSettled };
};
