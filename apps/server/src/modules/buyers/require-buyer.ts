import type { AccountTransaction } from "#db/transaction.ts";
import { invalidField } from "#http/app-error.ts";
import { findBuyer } from "./buyers.store.ts";

/** Refuses a reference to a buyer that is absent, somebody else's or archived; `path` is the field that holds it. */
export const requireBuyer = async (tx: AccountTransaction, id: number, path: string): Promise<void> => {
  const buyer = await findBuyer(tx, id);
  if (buyer === undefined) throw invalidField(path, "There is no such buyer.");
  if (buyer.status === "archived") throw invalidField(path, "This buyer is archived.");
};
