import type { CampaignBook } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";

/** The campaign as it stood in the book of a revision, without the rest of the book; null where that is not kept. */
export const findBookCampaign = async (
  tx: AccountTransaction,
  { revision, campaignId }: { revision: number; campaignId: string },
): Promise<CampaignBook | null> => {
  const { rows } = await tx.query<{ campaign: CampaignBook | null }>(
    `select document -> 'campaigns' -> $3::text as campaign from books where account_id = $1 and revision = $2`,
    [tx.accountId, revision, campaignId],
  );
  return rows[0]?.campaign ?? null;
};
