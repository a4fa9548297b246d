import { createManualClock } from "@ccp/simulator";
import { compareCalls, type Comparison } from "#calls/compare-calls.ts";
import { installPlan, type InstalledAccount } from "#calls/install-plan.ts";
import { createTraffic, disturbNetwork } from "#calls/place-calls.ts";
import { createReporter, type Reporter } from "#calls/report-conversions.ts";
import { type BalanceWatch, watchBalances } from "#calls/watch-balances.ts";
import { openSimulator, settle } from "#calls/run-simulation.ts";
import { startWorld, type World } from "#support/start-world.ts";
import { coast } from "./plan.ts";
import { toArrivals } from "./to-arrivals.ts";

const DAY_MS = 86_400_000;
const WATCH_MS = 21_600_000;

export type Month = {
  world: World;
  account: InstalledAccount;
  comparison: Comparison;
  callSids: readonly string[];
  reporter: Reporter;
  balances: BalanceWatch;
  /** Of each kill: the records that only the journal had. */
  unsaved: readonly number[];
  isSettled: boolean;
};

type Options = { seed: string; calls: number; startAt: number; days: number };

const countPerWatch = (arrivals: readonly number[], { startAt, days }: Options): number[] =>
  Array.from(
    { length: 4 * days },
    (_, watch) => arrivals.findLastIndex((at) => at < startAt + (watch + 1) * WATCH_MS) + 1,
  );

/**
 * Lets the calls come in over so many days; after each watch of six hours the product ends under load and is started
 * again. Every other end is a sudden death.
 */
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
  const [account] = accounts;
  if (account === undefined) throw new Error("There is no account.");
  const reporter = createReporter({ world, seed, account });
  const balances = watchBalances({ world, account });
  const traffic = createTraffic({
    world,
    seed,
    numbers: coast.numbers.map(({ number }) => number),
    onPlaced: reporter.follow,
    toWaitMs: () => Math.max(0, (arrivals[traffic.callSids.length] ?? 0) - world.clock.now()),
  });
  const unsaved: number[] = [];
  for (const [watch, total] of countPerWatch(arrivals, options).entries()) {
    if (total > traffic.callSids.length) await traffic.placeUntil(total);
    if (total >= calls) continue;
    await reporter.answered();
    if (watch % 2 === 0) unsaved.push(await world.kill());
    else await world.restart();
  }
  await world.clock.advanceUntil(() => reporter.open() === 0, DAY_MS);
  balances.stop();
  const isSettled = await settle(world);
  const { simulator, app } = world;
  const comparison = await compareCalls(
    { simulator, pool: app.pools.app, accounts, findReport: reporter.find },
    traffic.callSids,
  );
  return { world, reporter, balances, account, comparison, callSids: traffic.callSids, unsaved, isSettled };
};
