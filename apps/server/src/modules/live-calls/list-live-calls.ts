import type { CallSummary, LiveCalls } from "@ccp/contract";
import type { Pools } from "#db/client.ts";
import { type AccountTransaction, withAccount } from "#db/transaction.ts";
import type { Context } from "#http/context.ts";
import { countLive, selectLiveRows } from "#modules/calls/calls.views.ts";
import { readFolded } from "#modules/calls/read-folded.ts";
import { findLastArrival, selectLimits } from "./live-calls.store.ts";

const callsMax = 500;

type BusyTarget = LiveCalls["targets"][number];

/** How many of the calls each target is rung by or talks with. */
const countByTarget = (calls: readonly CallSummary[]): Map<string, Omit<BusyTarget, "concurrencyMax">> => {
  const busy = new Map<string, Omit<BusyTarget, "concurrencyMax">>();
  for (const { step, target, buyer } of calls) {
    if (target === null || buyer === null || (step !== "dialling" && step !== "talking")) continue;
    const inUse = busy.get(target.id)?.inUse ?? 0;
    busy.set(target.id, { target, buyer, inUse: inUse + 1 });
  }
  return busy;
};

const readBusyTargets = async (
  tx: AccountTransaction,
  calls: readonly CallSummary[],
): Promise<BusyTarget[]> => {
  const busy = countByTarget(calls);
  const limits = await selectLimits(tx, [...busy.keys()]);
  return [...busy.values()]
    .map((each) => ({ ...each, concurrencyMax: limits.get(each.target.id) ?? null }))
    .sort((a, b) => b.inUse - a.inUse);
};

/** The calls that go on, with what each is at. */
export const listLiveCalls = ({
  pools,
  ctx,
  now,
}: {
  pools: Pools;
  ctx: Context;
  now: number;
}): Promise<LiveCalls> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const folded = await readFolded(tx, await selectLiveRows(tx, callsMax));
    const items = folded.map(({ call }) => call);
    const lastArrival = await findLastArrival(tx);
    return {
      at: new Date(now).toISOString(),
      total: items.length < callsMax ? items.length : await countLive(tx),
      items,
      targets: await readBusyTargets(tx, items),
      lastArrivedAt: lastArrival?.toISOString() ?? null,
    };
  });
