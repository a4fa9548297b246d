import { listFiltered, type CampaignBook } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BookList } from "#live/snapshot/snapshot.ts";
import { findAccountRow } from "./books.store.ts";
import { readRowLists } from "./read-book-lists.ts";
import { readCampaigns } from "./read-campaigns.ts";

/** A campaign as a book would have it now, with the value lists that its filters ask for. */
export const findCampaignBook = async (
  tx: AccountTransaction,
  id: string,
): Promise<{ campaign: CampaignBook; lists: readonly BookList[] } | undefined> => {
  const account = await findAccountRow(tx);
  const campaign = account && (await readCampaigns(tx, account))[id];
  if (campaign === undefined) return undefined;
  return { campaign, lists: (await readRowLists(tx, listFiltered(campaign), undefined)) ?? [] };
};
