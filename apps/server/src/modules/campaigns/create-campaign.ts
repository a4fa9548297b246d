import type { Campaign, CreateCampaign } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { requireTargets } from "#modules/targets/require-targets.ts";
import { getCampaignRow, insertCampaign } from "./campaigns.store.ts";

export const createCampaign = ({ pools, ctx, input }: Verb<CreateCampaign>): Promise<Campaign> =>
  changeAccount({ pools, ctx }, async (tx) => {
    if (input.fallbackTargetId !== null) {
      await requireTargets(tx, [{ id: input.fallbackTargetId, path: "body.fallbackTargetId" }]);
    }
    const id = await insertCampaign(tx, input);
    const after = await getCampaignRow(tx, id);
    return {
      result: after,
      change: { action: "create", noun: "campaign", nounId: id, before: null, after, book: true },
    };
  });
