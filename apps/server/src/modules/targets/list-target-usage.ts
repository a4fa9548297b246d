import type { ListTargetUsageQuery, TargetUsage } from "@ccp/contract";
import {
  listCounters,
  toConcurrencyLimit,
  toRevenueMax,
  type Cap,
  type Caps,
  type ConcurrencyGrid,
  type LengthPrice,
} from "@ccp/engine";
import { withAccount } from "#db/transaction.ts";
import type { Capacity } from "#live/capacity/capacity.ts";
import type { Verb } from "#http/verb.ts";
import { toCapUsage } from "#modules/caps/to-cap-usage.ts";
import { selectTargetCaps } from "./targets.store.ts";

type Asked = Verb<ListTargetUsageQuery> & {
  capacity: Pick<Capacity, "readInUse" | "readUsed" | "readBalances">;
  now: number;
};

type Row = Awaited<ReturnType<typeof selectTargetCaps>>[number];

const toCaps = ({ caps, generation, timeZone }: Pick<Row, "caps" | "generation" | "timeZone">): Caps => ({
  list: (caps ?? []) as Cap[],
  generation,
  timeZone,
});

/** What stands in the way of a target: its own caps and its buyer's, with the names of their counts. */
const toOwned = ({ buyer, ...target }: Row, now: number) => {
  const [own, its] = [toCaps(target), toCaps(buyer)];
  return {
    target,
    buyer,
    own: { caps: own, counters: listCounters({ scope: "target", id: target.id }, own, now) },
    its: { caps: its, counters: listCounters({ scope: "buyer", id: String(buyer.id) }, its, now) },
  };
};

/** How many calls a target takes at once now. */
const toLimit = ({ concurrencyMax, concurrencyGrid, timeZone }: Omit<Row, "buyer">, now: number) => {
  const weekly = concurrencyGrid as ConcurrencyGrid | null;
  const grid = weekly === null ? {} : { concurrencyGrid: { weekly, timeZone } };
  return toConcurrencyLimit({ concurrencyMax, ...grid }, now);
};

const lengthSeconds = 60;

const toBalance = ({ buyer, revenue }: Row, balance: bigint | null): TargetUsage["balance"] => {
  if (buyer.billing !== "prepaid" || balance === null) return null;
  const terms = {
    revenueMicros: revenue.revenueMicros.toString(),
    revenueAfterSeconds: 0,
    ...(revenue.revenueByLength !== null && { revenueByLength: revenue.revenueByLength as LengthPrice }),
  };
  const needed = buyer.balanceMode === "strict" ? toRevenueMax(terms, lengthSeconds) : 0n;
  return { leftMicros: (balance + buyer.creditLimitMicros).toString(), neededMicros: needed.toString() };
};

/** From the authority that decisions ask, as of now. */
export const listTargetUsage = async ({
  pools,
  ctx,
  input,
  capacity,
  now,
}: Asked): Promise<{ items: TargetUsage[] }> => {
  const { accountId } = ctx;
  const rows = await withAccount(pools.app, accountId, (tx) => selectTargetCaps(tx, input.targetId));
  const owned = rows.map((row) => toOwned(row, now));
  const keys = owned.flatMap(({ target, buyer }) => [target.id, `buyer:${buyer.id}`]);
  const counters = owned.flatMap(({ own, its }) => [...own.counters, ...its.counters]);
  const [inUse, used, balances] = await Promise.all([
    capacity.readInUse(accountId, keys),
    capacity.readUsed(accountId, counters),
    capacity.readBalances(
      accountId,
      rows.map(({ buyer }) => buyer.id),
    ),
  ]);
  let place = 0;
  const take = ({ caps }: { caps: Caps }) =>
    toCapUsage(caps, used.slice(place, (place += caps.list.length)), now);
  return {
    items: owned.map(({ target, buyer, own, its }, index) => ({
      targetId: target.id,
      inUse: inUse[2 * index] ?? 0,
      concurrencyMax: target.concurrencyMax,
      concurrencyLimit: toLimit(target, now),
      timeZone: target.timeZone,
      caps: take(own),
      balance: toBalance({ ...target, buyer }, balances[index] ?? null),
      buyer: {
        name: buyer.name,
        inUse: buyer.concurrencyMax === null ? null : (inUse[2 * index + 1] ?? 0),
        concurrencyMax: buyer.concurrencyMax,
        timeZone: buyer.timeZone,
        caps: take(its),
      },
    })),
  };
};
