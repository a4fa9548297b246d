import type { AccountTransaction } from "#db/transaction.ts";
import { findCampaign } from "./campaigns.store.ts";

/** The country in whose way a campaign's phone numbers are written; undefined where there is no such campaign. */
export const findCampaignCountry = async (tx: AccountTransaction, id: string): Promise<string | undefined> =>
  (await findCampaign(tx, id))?.country;
