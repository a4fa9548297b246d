import type { AccountBook } from "@ccp/engine";
import { and, eq } from "drizzle-orm";
import { books } from "#db/schema/calls.ts";
import type { AccountTransaction } from "#db/transaction.ts";

/** The book by which calls were decided at a revision; undefined when it is not kept. */
export const findBook = async (
  tx: AccountTransaction,
  revision: number,
): Promise<AccountBook | undefined> => {
  const [row] = await tx.db
    .select({ document: books.document })
    .from(books)
    .where(and(eq(books.accountId, tx.accountId), eq(books.revision, revision)));
  return row?.document as AccountBook | undefined;
};
