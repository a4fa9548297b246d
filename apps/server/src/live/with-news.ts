import { joinEvents, toCharges, toCountChanges, type CallEvent, type CallState } from "@ccp/engine";
import type { Capacity } from "./capacity/capacity.ts";

type Ahead = { counts: ReadonlyMap<string, bigint>; charges: ReadonlyMap<number, bigint> };

const nothing: Ahead = { counts: new Map(), charges: new Map() };

/** How far what a call counts for and takes from balances will change by its news. */
const toAhead = (call: CallState | undefined, news: readonly CallEvent[]): Ahead => {
  const after = call && joinEvents(call, news);
  if (call === undefined || after === undefined || after === call) return nothing;
  const was = toCharges(call);
  const charges = [...toCharges(after)].map(([id, micros]) => [id, micros - (was.get(id) ?? 0n)] as const);
  return { counts: toCountChanges(call, after), charges: new Map(charges) };
};

/**
 * The capacity as the call will leave it whose news are recorded together with the decision that is made with it: what a
 * dial gives back that has just ended is there for the call's next one, and for nobody else before it is durable.
 * `findCall` gives the call as the capacity has it at that moment.
 */
export const withNews = (
  capacity: Capacity,
  findCall: () => CallState | undefined,
  news: readonly CallEvent[],
): Capacity => ({
  ...capacity,
  readUsed: async (accountId, counters) => {
    const reading = capacity.readUsed(accountId, counters);
    const { counts } = toAhead(findCall(), news);
    return (await reading).map((used, index) => used + (counts.get(counters[index] ?? "") ?? 0n));
  },
  readBalances: async (accountId, buyerIds) => {
    const reading = capacity.readBalances(accountId, buyerIds);
    const { charges } = toAhead(findCall(), news);
    return (await reading).map((left, index) =>
      left === null ? null : left - (charges.get(buyerIds[index] ?? 0) ?? 0n),
    );
  },
  reserve: ({ places, balance, ...asked }) => {
    const { counts, charges } = toAhead(findCall(), news);
    return capacity.reserve({
      ...asked,
      ...(places && {
        places: places.map((place) => ({ ...place, limit: place.limit - (counts.get(place.counter) ?? 0n) })),
      }),
      ...(balance && {
        balance: { ...balance, credit: balance.credit - (charges.get(balance.buyerId) ?? 0n) },
      }),
    });
  },
});
