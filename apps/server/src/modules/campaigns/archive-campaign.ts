import type { Campaign } from "@ccp/contract";
import { inUse } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getCampaignRow, selectNumbers, writeCampaign } from "./campaigns.store.ts";

export const archiveCampaign = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<Campaign> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const before = await getCampaignRow(tx, input.id);
    const users = await selectNumbers(tx, input.id);
    if (users.length > 0) throw inUse("Point these numbers to another campaign first.", users);
    await writeCampaign(tx, input.id, { status: "archived" });
    const after = await getCampaignRow(tx, input.id);
    return {
      result: after,
      change: { action: "archive", noun: "campaign", nounId: input.id, before, after, book: true },
    };
  });
