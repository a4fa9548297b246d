import type { AccountTransaction } from "#db/transaction.ts";
import { invalidField } from "#http/app-error.ts";
import { findCampaign } from "./campaigns.store.ts";

/** Refuses a reference to a campaign that is absent, somebody else's or archived; `path` is the field that holds it. */
export const requireCampaign = async (tx: AccountTransaction, id: string, path: string): Promise<void> => {
  const campaign = await findCampaign(tx, id);
  if (campaign === undefined) throw invalidField(path, "There is no such campaign.");
  if (campaign.status === "archived") throw invalidField(path, "This campaign is archived.");
};
