import type { AccountTransaction } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import { insertUser, type NewUser } from "./users.store.ts";

/** One person signs in to one account, so that an e-mail address is taken in the whole installation. */
export const addUser = async (tx: AccountTransaction, user: NewUser): Promise<number> => {
  const id = await insertUser(tx, user);
  if (id !== undefined) return id;
  const message = "Somebody signs in with this e-mail address already.";
  throw new AppError("conflict", message, { details: [{ path: "body.email", message }] });
};
