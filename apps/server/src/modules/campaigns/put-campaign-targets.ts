import type { CampaignTarget, PutCampaignTargets } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { requireTargets } from "#modules/targets/require-targets.ts";
import { replaceCampaignTargets, selectCampaignTargets } from "./campaign-targets.store.ts";
import { getCampaignRow } from "./campaigns.store.ts";

export const putCampaignTargets = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string; items: PutCampaignTargets["items"] }>): Promise<{ items: CampaignTarget[] }> =>
  changeAccount({ pools, ctx }, async (tx) => {
    await getCampaignRow(tx, input.id);
    await requireTargets(
      tx,
      input.items.map(({ targetId }, index) => ({ id: targetId, path: `body.items.${index}.targetId` })),
    );
    const before = await selectCampaignTargets(tx, input.id);
    await replaceCampaignTargets(tx, input.id, input.items);
    const after = await selectCampaignTargets(tx, input.id);
    return {
      result: { items: after },
      change: { action: "put-targets", noun: "campaign", nounId: input.id, before, after, book: true },
    };
  });
