import type { SetUp } from "@ccp/contract";
import type { Pools } from "#db/client.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import { createAccount } from "#modules/accounts/create-account.ts";
import { hasAccounts } from "#modules/accounts/has-accounts.ts";
import type { SignedIn } from "#modules/accounts/user.ts";
import type { SetUpGate } from "./set-up-gate.ts";

/** Any number that nothing else in the database locks by. */
const lockKey = 7_226_725_222;

/** One after the other, also in several processes: whoever comes second finds the account of the first. */
const permitFirst = async (tx: AccountTransaction): Promise<void> => {
  await tx.query("select pg_advisory_xact_lock($1)", [lockKey]);
  if (await tx.asDirectory(hasAccounts)) {
    throw new AppError("conflict", "This installation was set up already; sign in instead.");
  }
};

/** Makes the first account with its owner; null for a wrong token, and for the right one once it was used. */
export const setUp = async ({
  pools,
  gate,
  input,
}: {
  pools: Pools;
  gate: SetUpGate;
  input: SetUp;
}): Promise<SignedIn | null> => {
  const { token, accountName, timeZone, currency, ...owner } = input;
  if (!gate.isRight(token)) return null;
  const account = { name: accountName, timeZone, currency, isDemo: false, owner };
  const made = await createAccount({ pools, input: account, permit: permitFirst });
  gate.close();
  return { ...made, role: "owner" };
};
