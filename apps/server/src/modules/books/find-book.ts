import type { AccountBook } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { findBookDocument } from "./books.store.ts";

/** The book by which calls were decided at a revision; undefined when it is not kept. */
export const findBook = (tx: AccountTransaction, revision: number): Promise<AccountBook | undefined> =>
  findBookDocument(tx, revision);
