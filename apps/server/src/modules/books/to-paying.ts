import type { PayoutRule as StoredRule } from "@ccp/contract";
import type { CallFilter, CampaignBook, FilterNames, PayoutRule, PayoutTerms } from "@ccp/engine";
import { toBookPayout } from "#modules/campaigns/payout-columns.ts";
import { pickFilterNames } from "#modules/targets/read-filter-names.ts";
import type { listCampaignPayouts, listCampaigns } from "./books.store.ts";

type CampaignRow = Awaited<ReturnType<typeof listCampaigns>>[number];

type OwnRow = Awaited<ReturnType<typeof listCampaignPayouts>>[number];

/** What a campaign's book says of its publishers' pay, beside the plain amount. */
export type Paying = Pick<CampaignBook, "payout" | "payoutRules" | "payouts" | "ownPayoutRules">;

/** The rules that are on, on the campaign's clock. */
export const toBookRules = (
  stored: readonly StoredRule[],
  timeZone: string,
  names: FilterNames,
): PayoutRule[] =>
  stored
    .filter(({ enabled }) => enabled)
    .map(({ name, hours, filter, payout }) => ({
      name,
      ...(hours !== null && { schedule: { hours, timeZone } }),
      ...(filter !== null && { filter: { ...filter, timeZone, names: pickFilterNames(filter, names) } }),
      payout,
    }));

/** The filters of all payout rules. */
export const listPaidFilters = (
  campaigns: readonly CampaignRow[],
  own: readonly OwnRow[],
): (CallFilter | null)[] =>
  [...campaigns.map(({ payoutRules }) => payoutRules), ...own.map(({ rules }) => rules)].flatMap((rules) =>
    (rules as StoredRule[]).map(({ filter }) => filter),
  );

const toOwn = (own: readonly OwnRow[], { timeZone }: CampaignRow, names: FilterNames): Paying => {
  if (own.length === 0) return {};
  const rules = own.flatMap(({ publisherId, rules: stored }) => {
    const made = toBookRules(stored as StoredRule[], timeZone, names);
    return made.length === 0 ? [] : [[publisherId, made] as const];
  });
  return {
    payouts: Object.fromEntries(
      own.map(({ publisherId, payout }) => [publisherId, payout as PayoutTerms | null]),
    ),
    ...(rules.length > 0 && { ownPayoutRules: Object.fromEntries(rules) }),
  };
};

/** A campaign's own rules and terms, and those of single publishers; `own` holds all campaigns'. */
export const toPaying = (campaign: CampaignRow, own: readonly OwnRow[], names: FilterNames): Paying => {
  const payout = toBookPayout(campaign);
  const rules = toBookRules(campaign.payoutRules as StoredRule[], campaign.timeZone, names);
  const itsOwn = own.filter(({ campaignId }) => campaignId === campaign.id);
  return {
    ...(payout !== undefined && { payout }),
    ...(rules.length > 0 && { payoutRules: rules }),
    ...toOwn(itsOwn, campaign, names),
  };
};
