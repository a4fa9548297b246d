import { type CampaignBook, foldCall, type PastCall, toPastCall } from "@ccp/engine";
import { withAccount, type AccountTransaction } from "#db/transaction.ts";
import type { Pools } from "#db/client.ts";
import { findBookCampaign } from "#modules/books/find-book-campaign.ts";
import { selectEvents } from "./dry-runs.store.ts";
import type { Pace } from "./pace.ts";

/** So few that their events are soon put in their places. */
const callsAtOnce = 100;

type Reading = {
  pools: Pools;
  accountId: string;
  /** Ids. */
  calls: readonly string[];
  pace: Pace;
  onRead: (calls: number) => void;
};

/** The campaign of each revision is read once. */
const createBooks = () => {
  const known = new Map<string, CampaignBook | null>();
  return async (tx: AccountTransaction, revision: number, campaignId: string | null) => {
    if (campaignId === null) return null;
    const key = `${revision} ${campaignId}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const campaign = await findBookCampaign(tx, { revision, campaignId });
    known.set(key, campaign);
    return campaign;
  };
};

/** Calls with their first decisions and what became of them, read in pages and folded in slices. */
export const readPastCalls = async ({
  pools,
  accountId,
  calls,
  pace,
  onRead,
}: Reading): Promise<PastCall[]> => {
  const past: PastCall[] = [];
  const findCampaign = createBooks();
  for (let from = 0; from < calls.length; from += callsAtOnce) {
    const ids = calls.slice(from, from + callsAtOnce);
    await withAccount(pools.app, accountId, async (tx) => {
      for (const told of (await selectEvents(tx, ids)).values()) {
        const state = foldCall(told);
        const revision = state.decisions[0]?.bookRevision ?? 0;
        const campaign = await findCampaign(tx, revision, state.arrived?.campaignId ?? null);
        const call = toPastCall(state, campaign);
        if (call !== undefined) past.push(call);
        await pace();
      }
    });
    onRead(Math.min(calls.length, from + callsAtOnce));
  }
  return past;
};
