import { hasBalance } from "#balance/prepaid.ts";
import { listRows, type CampaignBook } from "#book.ts";
import type { ReserveRequest } from "#call/step.ts";
import type { Counter } from "#cap/counter.ts";
import { listSharedLimits } from "#concurrency/limits.ts";
import { toMicros } from "#money.ts";

/** How everybody stands before the decision. */
type Standing = {
  campaign: CampaignBook | null;
  inUse: ReadonlyMap<string, number>;
  counted: ReadonlyMap<Counter, bigint>;
  balances: ReadonlyMap<string, string>;
};

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, each) => all + each, 0n);

const isBusy = ({ campaign, inUse }: Standing, asked: ReserveRequest, before: readonly ReserveRequest[]) =>
  asked.shared?.some(({ key, limit }) => {
    const limits =
      campaign === null ? [] : listRows(campaign).flatMap((row) => listSharedLimits(campaign, row));
    const name = limits.find((each) => each.key === key)?.name ?? "";
    const taken = before.filter(({ shared }) => shared?.some((each) => each.key === key));
    return (inUse.get(name) ?? 0) + taken.length >= limit;
  }) === true;

const isCapped = ({ counted }: Standing, asked: ReserveRequest, before: readonly ReserveRequest[]) =>
  asked.places?.some(({ counter, limit, by }) => {
    const places = before.flatMap((each) => each.places ?? []);
    const taken = sum(places.filter((each) => each.counter === counter).map((each) => each.by));
    return (counted.get(counter) ?? 0n) + taken + by > limit;
  }) === true;

const isPoor = (
  { campaign, balances }: Standing,
  asked: ReserveRequest,
  before: readonly ReserveRequest[],
) => {
  const { targetId, balance } = asked;
  const row = campaign?.rows.find((each) => each.targetId === targetId);
  const read = balances.get(row?.targetName ?? "");
  if (balance === undefined || read === undefined) return false;
  const { buyerId, credit, micros } = balance;
  const taken = sum(
    before.flatMap((each) => (each.balance?.buyerId === buyerId ? [each.balance.micros] : [])),
  );
  return !hasBalance(toMicros(read) - taken, { credit, needed: micros });
};

/** The first of those who ring at once for whom the ones before it leave no room, as the capacity would find. */
export const findLost = (
  standing: Standing,
  reserves: readonly ReserveRequest[],
): ReserveRequest | undefined =>
  reserves.find((asked, index) => {
    const before = reserves.slice(0, index);
    if (before.length === 0) return false;
    return (
      isBusy(standing, asked, before) || isCapped(standing, asked, before) || isPoor(standing, asked, before)
    );
  });
