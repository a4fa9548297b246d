import { type AccountBook, listRows } from "@ccp/engine";

// A book does not change: its next revision is another object.
const known = new WeakMap<AccountBook, readonly number[]>();

/** The buyers of a book who pay in advance. */
export const listPrepaidBuyers = (book: AccountBook): readonly number[] => {
  const found = known.get(book);
  if (found !== undefined) return found;
  const rows = Object.values(book.campaigns).flatMap(listRows);
  const buyerIds = rows.flatMap(({ prepaid, buyerId }) =>
    prepaid === undefined || buyerId === null ? [] : [buyerId],
  );
  const listed = [...new Set(buyerIds)];
  known.set(book, listed);
  return listed;
};
