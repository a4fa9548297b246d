import { createManualClock } from "@ccp/simulator";
import { compareCalls, type Comparison } from "#calls/compare-calls.ts";
import { installPlan, type InstalledAccount } from "#calls/install-plan.ts";
import { createTraffic, disturbNetwork } from "#calls/place-calls.ts";
import { openSimulator, settle } from "#calls/run-simulation.ts";
import { startWorld, type World } from "#support/start-world.ts";
import { coast } from "./plan.ts";
import { toArrivals } from "./to-arrivals.ts";

const HALF_DAY_MS = 43_200_000;

export type Month = {
  world: World;
  account: InstalledAccount;
  comparison: Comparison;
  callSids: readonly string[];
  isSettled: boolean;
};

type Options = { seed: string; calls: number; startAt: number; days: number };

const countPerHalfDay = (arrivals: readonly number[], { startAt, days }: Options): number[] =>
  Array.from(
    { length: 2 * days },
    (_, half) => arrivals.findLastIndex((at) => at < startAt + (half + 1) * HALF_DAY_MS) + 1,
  );

/** Lets the calls come in over so many days; twice a day the product is stopped under load and started again. */
export const runMonth = async (options: Options): Promise<Month> => {
  const { seed, calls, startAt } = options;
  const accounts: InstalledAccount[] = [];
  const world = await startWorld({
    seed,
    clock: createManualClock({ startAt, quantumMs: 200 }),
    furnish: async (deps) => {
      accounts.push(await installPlan(deps, coast));
    },
  });
  openSimulator(world, accounts);
  disturbNetwork(world.simulator);
  const arrivals = toArrivals(seed, options);
  const traffic = createTraffic({
    world,
    seed,
    numbers: coast.numbers.map(({ number }) => number),
    toWaitMs: () => Math.max(0, (arrivals[traffic.callSids.length] ?? 0) - world.clock.now()),
  });
  for (const total of countPerHalfDay(arrivals, options)) {
    if (total > traffic.callSids.length) await traffic.placeUntil(total);
    if (total < calls) await world.restart();
  }
  const isSettled = await settle(world);
  const { simulator, app } = world;
  const comparison = await compareCalls({ simulator, pool: app.pools.app, accounts }, traffic.callSids);
  const [account] = accounts;
  if (account === undefined) throw new Error("There is no account.");
  return { world, account, comparison, callSids: traffic.callSids, isSettled };
};
