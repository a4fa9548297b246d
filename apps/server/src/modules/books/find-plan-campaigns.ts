import { type CampaignBook, listFiltered } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BookList } from "#live/snapshot/snapshot.ts";
import { findAccountRow } from "./books.store.ts";
import { readRowLists } from "./read-book-lists.ts";
import { readCampaigns } from "./read-campaigns.ts";

/** The campaigns that go by a plan as a book would have them now, with the value lists that their filters ask for. */
export const findPlanCampaigns = async (
  tx: AccountTransaction,
  planId: string,
): Promise<{ campaigns: CampaignBook[]; lists: readonly BookList[]; currency: string }> => {
  const account = await findAccountRow(tx);
  const all = account === undefined ? {} : await readCampaigns(tx, account);
  const campaigns = Object.values(all).filter(({ plan }) => plan?.id === planId);
  const lists = (await readRowLists(tx, campaigns.flatMap(listFiltered), undefined)) ?? [];
  return { campaigns, lists, currency: account?.currency ?? "" };
};
