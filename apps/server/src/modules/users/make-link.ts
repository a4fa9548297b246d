import type { SignInLink } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { insertSignInLink, toSignInLink } from "#modules/accounts/sign-in-link.ts";

/** Long enough to be handed over by hand, and to be opened the next morning. */
const validMinutes = 24 * 60;

export const makeLink = async (
  tx: AccountTransaction,
  userId: number,
  publicUrl: string,
): Promise<SignInLink> => {
  const link = { accountId: tx.accountId, userId, validMinutes };
  return toSignInLink(publicUrl, await tx.asDirectory((directory) => insertSignInLink(directory, link)));
};
