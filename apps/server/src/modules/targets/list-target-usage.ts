import type { CapUsage, ListTargetUsageQuery, TargetUsage } from "@ccp/contract";
import { listCounters, toPeriod, toRevenueMax, type Cap, type Caps, type LengthPrice } from "@ccp/engine";
import { withAccount } from "#db/transaction.ts";
import type { Capacity } from "#live/capacity/capacity.ts";
import type { Verb } from "#http/verb.ts";
import { selectTargetCaps } from "./targets.store.ts";

type Asked = Verb<ListTargetUsageQuery> & {
  capacity: Pick<Capacity, "readInUse" | "readUsed" | "readBalances">;
  now: number;
};

const toTime = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const toCapUsage = (cap: Cap, { timeZone }: Caps, at: number, used: number): CapUsage => {
  const { start, end } = toPeriod(cap.period, timeZone, at);
  return { ...cap, used, since: end === null ? null : toTime(start), until: toTime(end) };
};

type Row = Awaited<ReturnType<typeof selectTargetCaps>>[number];

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
  const targets = rows.map((row) => {
    const { id, caps, generation, timeZone, concurrencyMax } = row;
    const owned: Caps = { list: (caps ?? []) as Cap[], generation, timeZone };
    return { id, row, concurrencyMax, owned, counters: listCounters(id, owned, now) };
  });
  const ids = targets.map(({ id }) => id);
  const counters = targets.flatMap((target) => target.counters);
  const [inUse, used, balances] = await Promise.all([
    capacity.readInUse(accountId, ids),
    capacity.readUsed(accountId, counters),
    capacity.readBalances(
      accountId,
      rows.map(({ buyer }) => buyer.id),
    ),
  ]);
  let place = 0;
  return {
    items: targets.map(({ id, row, concurrencyMax, owned }, index) => ({
      targetId: id,
      inUse: inUse[index] ?? 0,
      concurrencyMax,
      timeZone: owned.timeZone,
      caps: owned.list.map((cap) => toCapUsage(cap, owned, now, used[place++] ?? 0)),
      balance: toBalance(row, balances[index] ?? null),
    })),
  };
};
