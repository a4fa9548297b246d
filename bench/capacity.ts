import type { Place } from "@ccp/engine";
import { systemClock } from "@ccp/server/clock.ts";
import type { Capacity } from "@ccp/server/live/capacity/capacity.ts";
import { createMemoryCapacity } from "@ccp/server/live/capacity/memory.ts";
import { atMost, median, percentile } from "./lib/figures.ts";
import { judge, say } from "./lib/report.ts";

const accountId = "account";
const targets = 200;
const checksPerRound = 2_000;
const rounds = 15;
const few = 10;
const many = 10_000_000;

const dayStart = Math.floor(systemClock.now() / 86_400_000) * 86_400_000;

const toPlace = (target: number): Place => ({
  counter: `target:target-${target % targets}:1:connected:day:${dayStart}`,
  limit: BigInt(2 * many),
  by: 1n,
});

/** Counts that many calls, one by one, as their facts would. */
const countCalls = async (capacity: Capacity, calls: number): Promise<void> => {
  const changes = Array.from({ length: targets }, (_, target) => ({
    counts: new Map([[toPlace(target).counter, 1n]]),
    marks: new Map<string, number>(),
  }));
  for (let call = 0; call < calls; call += 1) {
    const change = changes[call % targets];
    if (change !== undefined) await capacity.note(accountId, change, []);
  }
};

/** Microseconds that a check takes: the numbers read, a slot and a place taken, both given back. */
const timeRound = async (capacity: Capacity): Promise<number> => {
  const from = performance.now();
  for (let index = 0; index < checksPerRound; index += 1) {
    const targetId = `target-${index % targets}`;
    const place = toPlace(index);
    const slot = { accountId, targetId, holder: `call-${index}:1` };
    await capacity.readInUse(accountId, [targetId]);
    await capacity.readUsed(accountId, [place.counter]);
    const taken = await capacity.reserve({
      ...slot,
      limit: 10,
      places: [place],
      expiresAt: systemClock.now() + 60_000,
    });
    if (taken.kind !== "granted") throw new Error(`${targetId} was full.`);
    await capacity.release(slot);
  }
  return ((performance.now() - from) * 1_000) / checksPerRound;
};

const show = (values: number[]): string =>
  `p50 ${median(values).toFixed(2)} µs, p99 ${percentile(values, 0.99).toFixed(2)} µs`;

/** Caps and calls at once cost the same however many calls were counted. */
export const benchCapacity = async (): Promise<void> => {
  const [afterFew, afterMany] = [createMemoryCapacity(systemClock), createMemoryCapacity(systemClock)];
  await countCalls(afterFew, few);
  await countCalls(afterMany, many);
  const times: { few: number; many: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const measured = { few: await timeRound(afterFew), many: await timeRound(afterMany) };
    // The first round warms up.
    if (round > 0) times.push(measured);
  }
  say(`  a check after ${few} calls: ${show(times.map((each) => each.few))}`);
  say(`  a check after ${many} calls: ${show(times.map((each) => each.many))}`);
  judge(
    atMost(
      `a check of a cap and a limit after ${many} calls against after ${few}`,
      median(times.map((each) => each.many / each.few)),
      1.2,
    ),
  );
};
