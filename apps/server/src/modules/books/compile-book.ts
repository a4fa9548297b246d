import { createHash } from "node:crypto";
import type { AccountBook } from "@ccp/engine";
import type { Logger } from "pino";
import type { AccountTransaction } from "#db/transaction.ts";
import { openAuthToken } from "#modules/accounts/auth-token.ts";
import type { SnapshotEntry } from "#live/snapshot/snapshot.ts";
import type { Sealer } from "#sealing.ts";
import {
  findBookHash,
  insertBook,
  listCarrierAccounts,
  lockAccountRow,
  moveRevision,
} from "./books.store.ts";
import { readCampaigns } from "./read-campaigns.ts";
import { readNumbers } from "./read-numbers.ts";

export type CompileDeps = { sealer: Sealer; log: Logger };

/** The revision is not part of it: two revisions with the same content have the same hash. */
const toHash = (book: AccountBook): string =>
  createHash("sha256")
    .update(JSON.stringify({ ...book, revision: 0 }))
    .digest("hex");

/**
 * A stored book is never replaced, since decisions refer to it. Where what was compiled differs from it
 * (another version of this program compiled it), it gets the next revision.
 */
const storeBook = async (tx: AccountTransaction, book: AccountBook): Promise<AccountBook> => {
  const hash = toHash(book);
  const stored = await findBookHash(tx, book.revision);
  if (stored === hash) return book;
  const own = stored === undefined ? book : { ...book, revision: book.revision + 1 };
  if (own !== book) await moveRevision(tx, own.revision);
  await insertBook(tx, own, hash);
  return own;
};

/** A secret that cannot be opened (its key is gone) costs that carrier account only. */
const readCarrierAccounts = async (
  tx: AccountTransaction,
  { sealer, log }: CompileDeps,
): Promise<SnapshotEntry["carrierAccounts"]> => {
  const rows = await listCarrierAccounts(tx);
  return rows.flatMap(({ id, carrier, accountRef, authTokenSealed }) => {
    try {
      return [
        {
          id,
          carrier,
          accountRef,
          authTokens: [openAuthToken(sealer, { accountId: tx.accountId, accountRef }, authTokenSealed)],
        },
      ];
    } catch (error) {
      log.error({ err: error, accountId: tx.accountId, accountRef }, "carrier account left out");
      return [];
    }
  });
};

export type CompiledBook = {
  entry: SnapshotEntry;
  /** The book is what recorded changes of the account made of it, and not only another compilation of them. */
  isIntended: boolean;
};

/**
 * The account's routing book as of its present revision, kept for explaining decisions, and the secrets of its
 * carrier accounts. Undefined when there is no such account.
 */
export const compileBook = async (
  tx: AccountTransaction,
  deps: CompileDeps,
): Promise<CompiledBook | undefined> => {
  const account = await lockAccountRow(tx);
  if (account === undefined) return undefined;
  const campaigns = await readCampaigns(tx);
  const book = await storeBook(tx, {
    format: 1,
    accountId: tx.accountId,
    revision: account.revision,
    currency: account.currency,
    numbers: await readNumbers(tx, campaigns),
    campaigns,
  });
  const carrierAccounts = await readCarrierAccounts(tx, deps);
  return { entry: { book, carrierAccounts }, isIntended: book.revision === account.revision };
};
