import type { Buyer } from "@ccp/contract";
import type { Pools } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import type { Capacity } from "#live/capacity/capacity.ts";
import { readOwed } from "#modules/ledger/read-owed.ts";

type Asked = { pools: Pools; accountId: string; capacity: Pick<Capacity, "readBalances"> };

const isPrepaid = ({ billing }: Buyer): boolean => billing.kind === "prepaid";

/** The buyers with what those who pay in advance have: as calls are held against it, else, in no campaign, by the ledger. */
export const withBalances = async (
  { pools, accountId, capacity }: Asked,
  buyers: readonly Buyer[],
): Promise<Buyer[]> => {
  const ids = buyers.filter(isPrepaid).map(({ id }) => id);
  if (ids.length === 0) return [...buyers];
  const live = await capacity.readBalances(accountId, ids);
  const unknown = ids.filter((_, index) => live[index] === null);
  const owed =
    unknown.length === 0 ? [] : await withAccount(pools.app, accountId, (tx) => readOwed(tx, unknown));
  const known = new Map(ids.map((id, index) => [id, live[index] ?? null]));
  for (const { buyerId, micros } of owed) known.set(buyerId, -micros);
  return buyers.map((buyer) => ({ ...buyer, balanceMicros: known.get(buyer.id)?.toString() ?? null }));
};

export const withBalance = async (asked: Asked, buyer: Buyer): Promise<Buyer> => {
  const [found = buyer] = await withBalances(asked, [buyer]);
  return found;
};
