import {
  asksForCaller,
  isDuplicate,
  toRecall,
  toRememberedNumber,
  type AccountBook,
  type ArrivedFact,
  type CallState,
} from "@ccp/engine";
import type { LiveParts } from "./live-parts.ts";

// A book does not change: its next revision is another object.
const asking = new WeakMap<AccountBook, boolean>();

/** Whether anything of the account depends on who has called before: then all of its calls are known to one another. */
const asks = (book: AccountBook): boolean => {
  const known = asking.get(book);
  if (known !== undefined) return known;
  const found = Object.values(book.campaigns).some(asksForCaller);
  asking.set(book, found);
  return found;
};

/** The number by which a call's caller is known to others of the account; null where nothing asks, or nobody can know. */
export const findCallerNumber = (book: AccountBook, arrived: ArrivedFact | null): string | null =>
  arrived !== null && asks(book) ? toRememberedNumber(arrived.from) : null;

/** The arrival of a call at `at` (epoch ms) with what is remembered of its caller, among whose calls it is from now on. */
export const claimCaller = async (
  { capacity }: Pick<LiveParts, "capacity">,
  { book, callId, at }: { book: AccountBook; callId: string; at: number },
  arrived: ArrivedFact,
): Promise<ArrivedFact> => {
  const number = findCallerNumber(book, arrived);
  if (number === null) return arrived;
  const { accountId, campaigns } = book;
  const { campaignId, publisherId } = arrived;
  const payout = publisherId === null ? "none" : "open";
  const call = { callId, at, campaignId, publisherId, payout, dials: [] } as const;
  const others = await capacity.claimCaller({ accountId, number, call });
  const campaign =
    campaignId !== null && Object.hasOwn(campaigns, campaignId) ? campaigns[campaignId] : undefined;
  if (campaign === undefined || !asksForCaller(campaign)) return arrived;
  const recall = toRecall(others, campaignId);
  return { ...arrived, recall, ...(isDuplicate(campaign, recall, at) && { isDuplicate: true }) };
};

/** Takes the claim back of a call whose arrival was not recorded. */
export const unclaimCaller = async (
  { capacity }: Pick<LiveParts, "capacity">,
  book: AccountBook,
  { callId, arrived }: Pick<CallState, "callId" | "arrived">,
): Promise<void> => {
  const number = findCallerNumber(book, arrived);
  if (number !== null) await capacity.unclaimCaller({ accountId: book.accountId, number, callId });
};
