import {
  type AgentNumbers,
  compileAsked,
  compileTallies,
  comparesRecency,
  findPublisherCaps,
  listCampaignCaps,
  listRows,
  listSharedLimits,
  toCapAmount,
  toRateKey,
  hasAgents,
  listAgentMarks,
  listCounters,
  toAgentNumbers,
  type AccountBook,
  type ArrivedFact,
  type Asked,
  type AskedTallies,
  type BalanceRead,
  type CampaignBook,
  type CapsUsed,
  type OwnedCaps,
  type Expected,
  type PlanRow,
  type RateKey,
  type Recency,
  type SharedInUse,
} from "@ccp/engine";
import type { Capacity } from "./capacity/capacity.ts";

/** The live numbers that a decision is made from, as `stepCall` wants them. */
export type LiveNumbers = {
  inUse: readonly number[];
  capsUsed: readonly CapsUsed[] | undefined;
  sharedInUse: SharedInUse | undefined;
  rateUsed: readonly number[] | undefined;
  payoutUsed: CapsUsed | undefined;
  balances: readonly BalanceRead[] | undefined;
  recency: Recency | undefined;
  agents: readonly (AgentNumbers | null)[] | undefined;
  expected: Expected | undefined;
};

const nothing: LiveNumbers = {
  inUse: [],
  capsUsed: undefined,
  sharedInUse: undefined,
  rateUsed: undefined,
  payoutUsed: undefined,
  balances: undefined,
  recency: undefined,
  agents: undefined,
  expected: undefined,
};

type Candidates = {
  rows: readonly PlanRow[];
  /** Whether calls in progress are read of each row, and the targets of those. */
  isCounted: readonly boolean[];
  counted: readonly string[];
  /** Who shares a limit with each; undefined when nobody does. */
  shared: readonly (readonly string[])[] | undefined;
  rates: readonly (RateKey | undefined)[] | undefined;
  caps: readonly (readonly OwnedCaps[])[] | undefined;
  hasPrepaid: boolean;
  hasAgents: boolean;
  asked: Asked;
  tallies: AskedTallies | undefined;
};

// A campaign of a book does not change: its next revision is another object.
const candidates = new WeakMap<CampaignBook, Candidates>();

/** The campaign's rows with its fallback, and what must be read of them. */
const toCandidates = (campaign: CampaignBook): Candidates => {
  const known = candidates.get(campaign);
  if (known !== undefined) return known;
  const rows = listRows(campaign);
  const asked = compileAsked(campaign);
  const isCounted = rows.map(
    ({ concurrencyMax, concurrencyGrid }, row) =>
      concurrencyMax !== null || concurrencyGrid !== undefined || (asked.comparesCalls[row] ?? false),
  );
  const shared = rows.map((row) => listSharedLimits(campaign, row).map(({ key }) => key));
  const rates = rows.map(({ targetId, rate }) => rate && toRateKey(targetId, rate));
  const found = {
    rows,
    isCounted,
    counted: rows.filter((_, row) => isCounted[row]).map(({ targetId }) => targetId),
    shared: shared.some((keys) => keys.length > 0) ? shared : undefined,
    rates: rates.some((key) => key !== undefined) ? rates : undefined,
    caps: listCampaignCaps(campaign),
    hasPrepaid: rows.some(({ prepaid }) => prepaid !== undefined),
    hasAgents: hasAgents(rows),
    asked,
    tallies: compileTallies(campaign),
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

/** What each has of several, read at once and given out in the same parts. */
const readParts = async <Key, Read>(
  asked: readonly (readonly Key[])[],
  read: (keys: Key[]) => Promise<readonly Read[]>,
): Promise<Read[][]> => {
  const found = await read(asked.flat());
  let place = 0;
  return asked.map((keys) => found.slice(place, (place += keys.length)));
};

/** What the caps of each row and of the fallback have counted. */
const readCapsUsed = async (
  capacity: Capacity,
  accountId: string,
  caps: readonly (readonly OwnedCaps[])[],
  at: number,
): Promise<readonly CapsUsed[]> => {
  const asked = caps.map((owned) => owned.flatMap((each) => listCounters(each.owner, each.caps, at)));
  const used = await readParts(asked, (counters) => capacity.readUsed(accountId, counters));
  return caps.map((owned, row) =>
    owned.flatMap((each) => each.caps.list).map((cap, index) => toCapAmount(cap, used[row]?.[index] ?? 0n)),
  );
};

/** Dials begun within the window of each row's rate; 0 for those that have none. */
const readRateUsed = async (
  capacity: Capacity,
  accountId: string,
  rates: readonly (RateKey | undefined)[],
  at: number,
): Promise<readonly number[]> => {
  const read = await readParts(
    rates.map((key) => (key === undefined ? [] : [key])),
    (keys) => capacity.readBegun(accountId, keys, at),
  );
  return read.map(([begun = 0]) => begun);
};

/** What the caps on the payout of the publisher that brings a call have counted. */
const readPayoutUsed = async (
  capacity: Capacity,
  { book: { accountId }, campaign, at, arriving }: Asking,
): Promise<CapsUsed | undefined> => {
  if (arriving === null || campaign === null) return undefined;
  const owned = findPublisherCaps(campaign, arriving.publisherId);
  return owned && (await readCapsUsed(capacity, accountId, [[owned]], at))[0];
};

/** What the buyer of each row has, where it pays in advance. */
const readBalances = async (
  capacity: Capacity,
  accountId: string,
  { rows }: Candidates,
): Promise<readonly BalanceRead[]> => {
  const paying = rows.map(({ prepaid, buyerId }) => (prepaid === undefined ? null : buyerId));
  const read = await capacity.readBalances(
    accountId,
    paying.filter((buyerId) => buyerId !== null),
  );
  let place = 0;
  return paying.map((buyerId) => (buyerId === null ? null : (read[place++]?.toString() ?? null)));
};

const readRecency = async (
  capacity: Capacity,
  accountId: string,
  { asked }: Candidates,
): Promise<Recency> => {
  const { stamp, at } = await capacity.readMarks(accountId, asked.marks);
  return asked.toRecency(stamp, at);
};

/** What is known of each row's agent. */
const readAgents = async (
  capacity: Capacity,
  accountId: string,
  { rows }: Candidates,
): Promise<readonly (AgentNumbers | null)[]> => {
  const asked = rows.map(({ agent, targetId }) => (agent === undefined ? [] : listAgentMarks(targetId)));
  const { at } = await capacity.readMarks(accountId, asked.flat());
  let place = 0;
  return asked.map((marks) =>
    marks.length === 0 ? null : toAgentNumbers(marks.map(() => at[place++] ?? 0)),
  );
};
/** What has come of the calls of each row's target. */
const readExpected = async (
  capacity: Capacity,
  accountId: string,
  tallies: AskedTallies,
  at: number,
): Promise<Expected> => {
  const used = await capacity.readUsed(accountId, tallies.list(at));
  return tallies.toExpected(used.map(Number));
};

type Asking = {
  book: AccountBook;
  campaign: CampaignBook | null;
  /** Epoch ms of the decision. */
  at: number;
  /** The arrival, where the decision is about it; null at every later step. */
  arriving: ArrivedFact | null;
};

/** Reads what a decision looks at, and nothing that it does not. */
export const readNumbers = async (capacity: Capacity, asking: Asking): Promise<LiveNumbers> => {
  const { book, campaign, at } = asking;
  if (campaign === null) return nothing;
  const { accountId } = book;
  const read = toCandidates(campaign);
  const { caps, shared, rates } = read;
  const [inUse, capsUsed, sharedInUse, rateUsed, payoutUsed, balances, recency, agents, expected] =
    await Promise.all([
      // Asked before the marks: a call that ends sets its agent's mark before its slot is free.
      readInUse(capacity, accountId, read),
      caps && readCapsUsed(capacity, accountId, caps, at),
      shared && readParts(shared, (keys) => capacity.readInUse(accountId, keys)),
      rates && readRateUsed(capacity, accountId, rates, at),
      readPayoutUsed(capacity, asking),
      read.hasPrepaid ? readBalances(capacity, accountId, read) : undefined,
      marksOffers(book) ? readRecency(capacity, accountId, read) : undefined,
      read.hasAgents ? readAgents(capacity, accountId, read) : undefined,
      read.tallies && readExpected(capacity, accountId, read.tallies, at),
    ]);
  return {
    inUse,
    capsUsed,
    sharedInUse,
    rateUsed,
    payoutUsed,
    balances,
    recency,
    agents,
    expected,
  };
};
