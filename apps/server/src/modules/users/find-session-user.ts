import type { Session } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { findUserRow } from "./users.store.ts";

/** A user as their own session shows them. */
export const findSessionUser = async (
  tx: AccountTransaction,
  id: number,
): Promise<Session["user"] | undefined> => {
  const user = await findUserRow(tx, id);
  return user && { id: user.id, email: user.email, name: user.name, hasPassword: user.hasPassword };
};
