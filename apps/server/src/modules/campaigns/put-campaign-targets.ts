import type { CampaignTarget, CampaignTargets, PutCampaignTargets } from "@ccp/contract";
import { requireVersion } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { requireTargets } from "#modules/targets/require-targets.ts";
import { replaceCampaignTargets, selectCampaignTargets } from "./campaign-targets.store.ts";
import { getCampaignRow, writeCampaign } from "./campaigns.store.ts";

/** What the plan itself says, without how its targets stand. */
const toPlan = (rows: readonly CampaignTarget[]) => ({
  targets: rows.map(({ target, priority, weight, enabled }) => ({ target, priority, weight, enabled })),
});

export const putCampaignTargets = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string } & PutCampaignTargets>): Promise<CampaignTargets> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const campaign = await getCampaignRow(tx, input.id);
    requireVersion(campaign.version, input.version, "body");
    await requireTargets(
      tx,
      input.items.map(({ targetId }, index) => ({ id: targetId, path: `body.items.${index}.targetId` })),
    );
    const before = await selectCampaignTargets(tx, input.id);
    await replaceCampaignTargets(tx, input.id, input.items);
    await writeCampaign(tx, [input.id], {});
    const after = await selectCampaignTargets(tx, input.id);
    return {
      result: { items: after, version: campaign.version + 1 },
      change: {
        action: "put-targets",
        noun: "campaign",
        nounId: input.id,
        before: toPlan(before),
        after: toPlan(after),
        book: true,
      },
    };
  });
