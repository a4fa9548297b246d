import type { CapUsage, ListTargetUsageQuery, TargetUsage } from "@ccp/contract";
import { listCounters, toPeriod, type Cap, type Caps } from "@ccp/engine";
import { withAccount } from "#db/transaction.ts";
import type { Capacity } from "#live/capacity/capacity.ts";
import type { Verb } from "#http/verb.ts";
import { selectTargetCaps } from "./targets.store.ts";

type Asked = Verb<ListTargetUsageQuery> & {
  capacity: Pick<Capacity, "readInUse" | "readUsed">;
  now: number;
};

const toTime = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const toCapUsage = (cap: Cap, { timeZone }: Caps, at: number, used: number): CapUsage => {
  const { start, end } = toPeriod(cap.period, timeZone, at);
  return { ...cap, used, since: end === null ? null : toTime(start), until: toTime(end) };
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
  const targets = rows.map(({ caps, generation, timeZone, ...rest }) => {
    const owned: Caps = { list: (caps ?? []) as Cap[], generation, timeZone };
    return { ...rest, owned, counters: listCounters(rest.id, owned, now) };
  });
  const ids = targets.map(({ id }) => id);
  const counters = targets.flatMap((target) => target.counters);
  const [inUse, used] = await Promise.all([
    capacity.readInUse(accountId, ids),
    capacity.readUsed(accountId, counters),
  ]);
  let place = 0;
  return {
    items: targets.map(({ id, concurrencyMax, owned }, index) => ({
      targetId: id,
      inUse: inUse[index] ?? 0,
      concurrencyMax,
      timeZone: owned.timeZone,
      caps: owned.list.map((cap) => toCapUsage(cap, owned, now, used[place++] ?? 0)),
    })),
  };
};
