import type { AccountBook } from "@ccp/engine";
import type { Logger } from "pino";
import type { Clock } from "#clock.ts";
import type { DatabasePool } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import type { Capacity } from "#live/capacity/capacity.ts";
import { findLastTransfer, readMoves, readStarts } from "./ledger-moves.store.ts";
import { listPrepaidBuyers } from "./list-prepaid-buyers.ts";

/** What following the ledger needs of the live path. */
export type LedgerFollowing = {
  capacity: Pick<Capacity, "listLedgerMarks" | "listCharged" | "hearLedger" | "settleCharges">;
  /** Whether facts of the call may still come in there. */
  knows(callId: string): boolean;
  /** Every record of the journal up to this one has been applied there. */
  appliedThrough(): number;
  /** Every record of the journal up to this one is booked. */
  bookedThrough(): number;
};

export type FollowOptions = LedgerFollowing & {
  pool: DatabasePool;
  clock: Clock;
  log: Logger;
  findBook(accountId: string): AccountBook | undefined;
  listBooks(): Iterable<AccountBook>;
};

/** Has the capacity's balances of buyers who pay in advance follow the ledger. */
export type LedgerFollower = {
  /** Resolves when the balances of this book's buyers are known as the ledger stands; rejects where it cannot be read. */
  catchUp(book: AccountBook): Promise<void>;
  /** Follows at once what was just booked for the account; where that fails it follows later. */
  hasten(accountId: string): Promise<void>;
  /** Something was booked for the account, or for any where that is not known: follows soon. */
  touch(accountId: string | null): void;
  stop(): Promise<void>;
};

const restMs = 250;
const retryAfterMs = 1_000;

/**
 * Calls whose charges the ledger's word may replace: nothing of them comes in any more, and all that did is booked. When
 * a call was first found gone is kept until then.
 */
const createGoneCalls = ({ capacity, knows, appliedThrough, bookedThrough }: LedgerFollowing) => {
  const goneAt = new Map<string, number>();
  return {
    /** To be asked before the ledger is read. */
    list: async (accountId: string): Promise<{ booked: string[]; isMore: boolean }> => {
      const charged = await capacity.listCharged(accountId);
      const gone = [...new Set(charged.map(({ callId }) => callId))].filter((callId) => !knows(callId));
      for (const callId of gone) if (!goneAt.has(callId)) goneAt.set(callId, appliedThrough());
      const position = bookedThrough();
      const booked = gone.filter((callId) => (goneAt.get(callId) ?? 0) <= position);
      return { booked, isMore: booked.length < gone.length };
    },
    settle: async (accountId: string, callIds: readonly string[]): Promise<void> => {
      await capacity.settleCharges(accountId, callIds);
      for (const callId of callIds) goneAt.delete(callId);
    },
  };
};

/** Tells the capacity the ledger's word on these buyers up to the account's present last transfer. */
const readLedger = async (
  { capacity, pool }: FollowOptions,
  { accountId, currency }: AccountBook,
  buyerIds: readonly number[],
): Promise<void> => {
  await withAccount(pool, accountId, async (tx) => {
    const through = await findLastTransfer(tx);
    const marks = await capacity.listLedgerMarks(accountId);
    // A ledger that ends before where it was followed to was restored from a copy: it begins anew.
    const followed = marks.filter((mark) => mark.through <= through);
    const isFollowed = (buyerId: number) => followed.some((mark) => mark.buyerId === buyerId);
    const fresh = [...new Set([...buyerIds, ...marks.map(({ buyerId }) => buyerId)])].filter(
      (buyerId) => !isFollowed(buyerId),
    );
    if (fresh.length > 0) {
      // Only now: of a call that is charged later nothing stands before that transfer.
      const callIds = (await capacity.listCharged(accountId)).map(({ callId }) => callId);
      const starts = await readStarts(tx, { buyerIds: fresh, currency }, { through, callIds });
      for (const start of starts) await capacity.hearLedger(accountId, { kind: "started", start });
    }
    const after = Math.min(through, ...followed.map((mark) => mark.through));
    if (after === through) return;
    const asked = { buyerIds: followed.map(({ buyerId }) => buyerId), currency };
    const entries = await readMoves(tx, asked, { after, through });
    await capacity.hearLedger(accountId, { kind: "moved", entries, through });
  });
};

export const followLedger = (options: FollowOptions): LedgerFollower => {
  const { clock, log, findBook } = options;
  const goneCalls = createGoneCalls(options);
  /** The last reading of each account; they go one after another. */
  const readings = new Map<string, Promise<unknown>>();
  const waiting = new Set<string>();
  let isStopped = false;

  /** Whether there is more to be done soon. */
  const read = async (book: AccountBook): Promise<boolean> => {
    const { accountId } = book;
    const { booked, isMore } = await goneCalls.list(accountId);
    await readLedger(options, book, listPrepaidBuyers(book));
    await goneCalls.settle(accountId, booked);
    return isMore;
  };

  const readNext = (book: AccountBook): Promise<boolean> => {
    const { accountId } = book;
    const before = readings.get(accountId) ?? Promise.resolve();
    const reading = before.catch(() => undefined).then(() => read(book));
    readings.set(accountId, reading);
    return reading;
  };

  /** Whether a balance is, or was: one of a buyer who has left all campaigns is shown all the same. */
  const isFollowed = async (book: AccountBook): Promise<boolean> =>
    listPrepaidBuyers(book).length > 0 || (await options.capacity.listLedgerMarks(book.accountId)).length > 0;

  const touchBook = async (book: AccountBook | undefined): Promise<void> => {
    if (book !== undefined && (await isFollowed(book))) wait(book.accountId, restMs);
  };

  const follow = async (accountId: string): Promise<void> => {
    const book = findBook(accountId);
    if (isStopped || book === undefined || !(await isFollowed(book))) return;
    try {
      if (await readNext(book)) wait(accountId, retryAfterMs);
    } catch (error) {
      log.warn({ err: error, accountId }, "balances do not follow the ledger yet");
      wait(accountId, retryAfterMs);
    }
  };

  const wait = (accountId: string, delayMs: number): void => {
    if (isStopped || waiting.has(accountId)) return;
    waiting.add(accountId);
    clock.setTimeout(() => {
      waiting.delete(accountId);
      return follow(accountId);
    }, delayMs);
  };

  return {
    catchUp: async (book) => {
      if (listPrepaidBuyers(book).length > 0 && (await readNext(book))) wait(book.accountId, retryAfterMs);
    },
    hasten: follow,
    touch: (accountId) => {
      const books = accountId === null ? [...options.listBooks()] : [findBook(accountId)];
      for (const book of books) void touchBook(book);
    },
    stop: async () => {
      isStopped = true;
      await Promise.allSettled(readings.values());
    },
  };
};
