import type { AccountTransaction } from "#db/transaction.ts";
import { requireCampaigns } from "#modules/campaigns/require-campaigns.ts";
import { requirePublishers } from "#modules/publishers/require-publishers.ts";

/** What a number is given to, with the place of these fields in the request. */
export type Assignment = {
  campaignId?: string | null | undefined;
  publisherId?: string | null | undefined;
  path: string;
};

/** Refuses campaigns and publishers that numbers cannot be given to. */
export const requireReferences = async (
  tx: AccountTransaction,
  assignments: readonly Assignment[],
): Promise<void> => {
  const listReferences = (field: "campaignId" | "publisherId") =>
    assignments.flatMap(({ path, ...ids }) => {
      const id = ids[field];
      return typeof id === "string" ? [{ id, path: `${path}.${field}` }] : [];
    });
  await requireCampaigns(tx, listReferences("campaignId"));
  await requirePublishers(tx, listReferences("publisherId"));
};
