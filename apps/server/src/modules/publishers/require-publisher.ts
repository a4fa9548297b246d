import type { AccountTransaction } from "#db/transaction.ts";
import { invalidField } from "#http/app-error.ts";
import { findPublisher } from "./publishers.store.ts";

/** Refuses a reference to a publisher that is absent, somebody else's or archived; `path` is the field that holds it. */
export const requirePublisher = async (tx: AccountTransaction, id: string, path: string): Promise<void> => {
  const publisher = await findPublisher(tx, id);
  if (publisher === undefined) throw invalidField(path, "There is no such publisher.");
  if (publisher.status === "archived") throw invalidField(path, "This publisher is archived.");
};
