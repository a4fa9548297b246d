import {
  compileAsked,
  comparesRecency,
  listCounters,
  type AccountBook,
  type Asked,
  type CampaignBook,
  type CapsUsed,
  type PlanRow,
  type Recency,
} from "@ccp/engine";
import type { Capacity } from "./capacity/capacity.ts";

/** The live numbers that a decision is made from, as `stepCall` wants them. */
export type LiveNumbers = {
  inUse: readonly number[];
  capsUsed: readonly CapsUsed[] | undefined;
  recency: Recency | undefined;
};

type Candidates = {
  rows: readonly PlanRow[];
  /** Whether calls in progress are read of each row, and the targets of those. */
  isCounted: readonly boolean[];
  counted: readonly string[];
  hasCaps: boolean;
  asked: Asked;
};

// A campaign of a book does not change: its next revision is another object.
const candidates = new WeakMap<CampaignBook, Candidates>();

/** The campaign's rows with its fallback, and what must be read of them. */
const toCandidates = (campaign: CampaignBook): Candidates => {
  const known = candidates.get(campaign);
  if (known !== undefined) return known;
  const rows = campaign.fallback === null ? campaign.rows : [...campaign.rows, campaign.fallback];
  const asked = compileAsked(campaign);
  const isCounted = rows.map(
    ({ concurrencyMax }, row) => concurrencyMax !== null || (asked.comparesCalls[row] ?? false),
  );
  const found = {
    rows,
    isCounted,
    counted: rows.filter((_, row) => isCounted[row]).map(({ targetId }) => targetId),
    hasCaps: rows.some(({ caps }) => caps !== undefined),
    asked,
  };
  candidates.set(campaign, found);
  return found;
};

const offering = new WeakMap<AccountBook, boolean>();

/** Whether any campaign of the account compares when targets were last offered a call: then all of them say so. */
const marksOffers = (book: AccountBook): boolean => {
  const known = offering.get(book);
  if (known !== undefined) return known;
  const found = Object.values(book.campaigns).some(comparesRecency);
  offering.set(book, found);
  return found;
};

/** Calls in progress per row and for the fallback, asked only for those with a limit or a strategy that compares them. */
const readInUse = async (
  capacity: Capacity,
  accountId: string,
  { rows, isCounted, counted }: Candidates,
): Promise<readonly number[]> => {
  if (counted.length === 0) return rows.map(() => 0);
  const read = await capacity.readInUse(accountId, counted);
  if (counted.length === rows.length) return read;
  let place = 0;
  return isCounted.map((isRead) => (isRead ? (read[place++] ?? 0) : 0));
};

/** What the caps of each row and of the fallback have counted. */
const readCapsUsed = async (
  capacity: Capacity,
  accountId: string,
  { rows }: Candidates,
  at: number,
): Promise<readonly CapsUsed[]> => {
  const asked = rows.map(({ targetId, caps }) =>
    caps === undefined ? [] : listCounters(targetId, caps, at),
  );
  const used = await capacity.readUsed(accountId, asked.flat());
  let place = 0;
  return asked.map((counters) => counters.map(() => used[place++] ?? 0));
};

const readRecency = async (
  capacity: Capacity,
  accountId: string,
  { asked }: Candidates,
): Promise<Recency> => {
  const { stamp, at } = await capacity.readMarks(accountId, asked.marks);
  return asked.toRecency(stamp, at);
};

/** Reads what a decision of the campaign at `at` (epoch ms) looks at, and nothing that it does not. */
export const readNumbers = async (
  capacity: Capacity,
  book: AccountBook,
  campaign: CampaignBook | null,
  at: number,
): Promise<LiveNumbers> => {
  if (campaign === null) return { inUse: [], capsUsed: undefined, recency: undefined };
  const { accountId } = book;
  const read = toCandidates(campaign);
  const [inUse, capsUsed, recency] = await Promise.all([
    readInUse(capacity, accountId, read),
    read.hasCaps ? readCapsUsed(capacity, accountId, read, at) : undefined,
    marksOffers(book) ? readRecency(capacity, accountId, read) : undefined,
  ]);
  return { inUse, capsUsed, recency };
};
