import { listRows, type CampaignBook, type PlanRow } from "#book.ts";
import { listCampaignCaps, type OwnedCaps } from "#cap/owner.ts";
import { listSharedLimits } from "#concurrency/limits.ts";
import { toListQuestions, type ListQuestion } from "#filter/listed.ts";
import { toRateKey } from "#rate/rate.ts";
import { compileAsked, type Asked } from "#strategy/asked.ts";
import { toBegunKey, toSharedKey, type TideKey } from "./tides.ts";

/** What decisions of a campaign read of its rows, the fallback last. */
export type Compiled = {
  campaign: CampaignBook;
  rows: readonly PlanRow[];
  /** Whether calls in progress are read of each. */
  isCounted: readonly boolean[];
  caps: readonly (readonly OwnedCaps[])[] | undefined;
  shared: readonly (readonly TideKey[])[];
  rates: readonly (TideKey | undefined)[];
  questions: readonly ListQuestion[];
  asked: Asked;
};

const compile = (campaign: CampaignBook): Compiled => {
  const rows = listRows(campaign);
  const asked = compileAsked(campaign);
  return {
    campaign,
    rows,
    isCounted: rows.map(
      ({ concurrencyMax, concurrencyGrid }, row) =>
        concurrencyMax !== null || concurrencyGrid !== undefined || (asked.comparesCalls[row] ?? false),
    ),
    caps: listCampaignCaps(campaign),
    shared: rows.map((row) => listSharedLimits(campaign, row).map(({ key }) => toSharedKey(key))),
    rates: rows.map(({ targetId, rate }) => rate && toBegunKey(toRateKey(targetId, rate))),
    questions: toListQuestions(rows),
    asked,
  };
};

/** Compiles each campaign once; two objects are two campaigns. */
export const createCompiler = (): ((campaign: CampaignBook) => Compiled) => {
  const known = new Map<CampaignBook, Compiled>();
  return (campaign) => {
    const found = known.get(campaign) ?? compile(campaign);
    known.set(campaign, found);
    return found;
  };
};
