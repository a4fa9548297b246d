import type { OwnerUsage } from "@ccp/contract";
import { listCounters, type CapScope } from "@ccp/engine";
import { withAccount } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import type { Capacity } from "#live/capacity/capacity.ts";
import { findOwnerCaps } from "./caps.store.ts";
import { toCapUsage } from "./to-cap-usage.ts";

type Asked = Verb<{ id: string | number }> & {
  scope: Exclude<CapScope, "target">;
  capacity: Pick<Capacity, "readInUse" | "readUsed">;
  now: number;
};

/** From the authority that decisions ask, as of now. */
export const getOwnerUsage = async ({
  pools,
  ctx,
  input,
  scope,
  capacity,
  now,
}: Asked): Promise<OwnerUsage> => {
  const { accountId } = ctx;
  const found = await withAccount(pools.app, accountId, (tx) => findOwnerCaps(tx, { scope, ...input }));
  if (found === undefined) throw notFound(scope.replace("-", " "));
  const { caps, concurrencyMax } = found;
  const owner = { scope, id: String(input.id) };
  const [inUse, used] = await Promise.all([
    capacity.readInUse(accountId, [`${scope}:${input.id}`]),
    capacity.readUsed(accountId, listCounters(owner, caps, now)),
  ]);
  return {
    inUse: concurrencyMax === null ? null : (inUse[0] ?? 0),
    concurrencyMax,
    timeZone: caps.timeZone,
    caps: toCapUsage(caps, used, now),
  };
};
