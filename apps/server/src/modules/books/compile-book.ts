import { createHash } from "node:crypto";
import type { AccountBook } from "@ccp/engine";
import type { Logger } from "pino";
import type { AccountTransaction } from "#db/transaction.ts";
import { openAuthToken } from "#modules/accounts/auth-token.ts";
import { refuseShrinkage } from "#live/snapshot/refuse-shrinkage.ts";
import type { Snapshot, SnapshotEntry } from "#live/snapshot/snapshot.ts";
import type { Sealer } from "#sealing.ts";
import {
  findBookHash,
  insertBook,
  listCarrierAccounts,
  lockAccountRow,
  moveRevision,
} from "./books.store.ts";
import { readBlocked } from "./read-blocked.ts";
import { readBookLists } from "./read-book-lists.ts";
import { readCampaigns } from "./read-campaigns.ts";
import { readNumbers } from "./read-numbers.ts";

export type CompileDeps = {
  sealer: Sealer;
  log: Logger;
  /** What calls are routed by at present. */
  snapshot: Pick<Snapshot, "find">;
};

/** The revision is not part of it: two revisions with the same content have the same hash. */
const toHash = (book: AccountBook): string =>
  createHash("sha256")
    .update(JSON.stringify({ ...book, revision: 0 }))
    .digest("hex");

/**
 * The revision under which decisions may cite the book. What was stored, or is routed by, under a revision keeps
 * it: a different book gets the next one. One that is routed by at a higher revision than the database has is of
 * before the database was restored.
 */
const pickRevision = (
  book: AccountBook,
  { hash, stored, routed }: { hash: string; stored: string | undefined; routed: AccountBook | undefined },
): number => {
  const free = stored === undefined || stored === hash ? book.revision : book.revision + 1;
  if (routed === undefined || routed.revision < free) return free;
  return toHash(routed) === hash ? routed.revision : routed.revision + 1;
};

type StoredBook = { book: AccountBook; isIntended: boolean };

/** Keeps the book under a revision of its own; throws, and keeps nothing, when it drops what nobody meant to drop. */
const storeBook = async (
  tx: AccountTransaction,
  book: AccountBook,
  { routed, log }: { routed: AccountBook | undefined; log: Logger },
): Promise<StoredBook> => {
  const hash = toHash(book);
  const stored = await findBookHash(tx, book.revision);
  const isIntended = stored === undefined || stored === hash;
  // Once stored it could not be told from what recorded changes made.
  if (!isIntended && routed !== undefined) refuseShrinkage(routed, book);
  const own = { ...book, revision: pickRevision(book, { hash, stored, routed }) };
  if (own.revision !== book.revision) {
    const moved = { accountId: tx.accountId, from: book.revision, to: own.revision, isIntended };
    log.warn(moved, "the book got a revision of its own: another one is known under the account's");
    await moveRevision(tx, own.revision);
  }
  if ((await findBookHash(tx, own.revision)) === undefined) await insertBook(tx, own, hash);
  return { book: own, isIntended };
};

/** A secret that cannot be opened (its key is gone) costs that carrier account only. */
const readCarrierAccounts = async (
  tx: AccountTransaction,
  { sealer, log }: CompileDeps,
): Promise<SnapshotEntry["carrierAccounts"]> => {
  const rows = await listCarrierAccounts(tx);
  return rows.flatMap(({ id, carrier, accountRef, authTokenSealed }) => {
    try {
      const owner = { accountId: tx.accountId, accountRef };
      const { token, former } = openAuthToken(sealer, owner, authTokenSealed);
      const formerToken = former === null ? {} : { formerToken: former };
      return [{ id, carrier, accountRef, authTokens: [token], ...formerToken }];
    } catch (error) {
      log.error({ err: error, accountId: tx.accountId, accountRef }, "carrier account left out");
      return [];
    }
  });
};

export type CompiledBook = {
  entry: SnapshotEntry;
  /**
   * The book is what recorded changes of the account made of it (or the restored database has it so), and not
   * only another compilation of them.
   */
  isIntended: boolean;
};

/**
 * The account's routing book as of its present revision, kept for explaining decisions, and the secrets of its
 * carrier accounts. Undefined when there is no such account. Throws SnapshotRefusedError when more than 30 % of what
 * calls are routed by would be gone without a recorded change.
 */
export const compileBook = async (
  tx: AccountTransaction,
  deps: CompileDeps,
): Promise<CompiledBook | undefined> => {
  const account = await lockAccountRow(tx);
  if (account === undefined) return undefined;
  const campaigns = await readCampaigns(tx, account);
  const compiled: AccountBook = {
    format: 1,
    accountId: tx.accountId,
    revision: account.revision,
    currency: account.currency,
    numbers: await readNumbers(tx, campaigns),
    campaigns,
  };
  const present = deps.snapshot.find(tx.accountId);
  const routed = present?.book;
  const { book, isIntended } = await storeBook(tx, compiled, { routed, log: deps.log });
  const carrierAccounts = await readCarrierAccounts(tx, deps);
  const blocked = await readBlocked(tx, present?.blocked);
  const lists = await readBookLists(tx, book, present?.lists);
  return {
    entry: { book, carrierAccounts, ...(blocked && { blocked }), ...(lists && { lists }) },
    isIntended,
  };
};
