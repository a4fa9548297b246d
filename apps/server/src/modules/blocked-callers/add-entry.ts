import type { BlockedCaller, CreateBlockedCaller } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { atItem } from "#http/bulk-item.ts";
import type { Changed } from "#modules/audit/change-account.ts";
import { findCampaignCountry } from "#modules/campaigns/find-campaign-country.ts";
import { requireCampaigns } from "#modules/campaigns/require-campaigns.ts";
import { getBlockedCallerRow, insertBlockedCaller } from "./blocked-callers.store.ts";
import { toEntryValue } from "./new-entry.ts";

/** The country whose way numbers are written in, of a campaign that is in service; undefined for the whole account. */
export const requireCountry = async (
  tx: AccountTransaction,
  campaignId: string | null,
  path: string,
): Promise<string | undefined> => {
  if (campaignId === null) return undefined;
  await requireCampaigns(tx, [{ id: campaignId, path: `${path}.campaignId` }]);
  return findCampaignCountry(tx, campaignId);
};

/** Makes one entry; `path` is its place in the request. */
export const addEntry = async (
  tx: AccountTransaction,
  input: CreateBlockedCaller,
  path: string,
): Promise<Changed<BlockedCaller>> => {
  const country = await requireCountry(tx, input.campaignId, path);
  const value = toEntryValue(input.kind, input.value, { path: `${path}.value`, country });
  let id = 0;
  await atItem(path, async () => {
    id = await insertBlockedCaller(tx, { ...input, value });
  });
  const after = await getBlockedCallerRow(tx, id);
  return {
    result: after,
    change: { action: "create", noun: "blocked-caller", nounId: String(id), before: null, after, book: true },
  };
};
