import type { AccountTransaction } from "#db/transaction.ts";
import { requireCampaign } from "#modules/campaigns/require-campaign.ts";
import { requirePublisher } from "#modules/publishers/require-publisher.ts";

/** Refuses a campaign or a publisher that a number cannot be given to. */
export const requireReferences = async (
  tx: AccountTransaction,
  input: { campaignId?: string | null | undefined; publisherId?: string | null | undefined },
): Promise<void> => {
  if (typeof input.campaignId === "string") await requireCampaign(tx, input.campaignId, "body.campaignId");
  if (typeof input.publisherId === "string") {
    await requirePublisher(tx, input.publisherId, "body.publisherId");
  }
};
