import type { CampaignPayout, CampaignPayouts, PutCampaignPayouts } from "@ccp/contract";
import { requireVersion } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { requireFilterLists } from "#modules/targets/require-filter-lists.ts";
import { requirePublishers } from "#modules/publishers/require-publishers.ts";
import { replaceCampaignPayouts, selectCampaignPayouts } from "./campaign-payouts.store.ts";
import { getCampaignRow, writeCampaign } from "./campaigns.store.ts";
import { listRuleFilters } from "./list-rule-filters.ts";

/** The terms themselves, without how their publishers stand. */
const toTerms = (rows: readonly CampaignPayout[]) => ({
  payouts: rows.map(({ publisher, rules, payout, enabled }) => ({ publisher, rules, payout, enabled })),
});

export const putCampaignPayouts = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string } & PutCampaignPayouts>): Promise<CampaignPayouts> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const campaign = await getCampaignRow(tx, input.id);
    requireVersion(campaign.version, input.version, "body");
    await requirePublishers(
      tx,
      input.items.map(({ publisherId }, index) => ({
        id: publisherId,
        path: `body.items.${index}.publisherId`,
      })),
    );
    await requireFilterLists(
      tx,
      input.items.flatMap(({ rules }, index) => listRuleFilters(rules, `body.items.${index}.rules`)),
    );
    const before = await selectCampaignPayouts(tx, input.id);
    await replaceCampaignPayouts(tx, input.id, input.items);
    await writeCampaign(tx, [input.id], {});
    const after = await selectCampaignPayouts(tx, input.id);
    return {
      result: { items: after, version: campaign.version + 1 },
      change: {
        action: "put-payouts",
        noun: "campaign",
        nounId: input.id,
        before: toTerms(before),
        after: toTerms(after),
        book: true,
      },
    };
  });
