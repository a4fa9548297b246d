import { randomUUID } from "node:crypto";
import type { Pools } from "#db/client.ts";
import { type AccountTransaction, withAccount } from "#db/transaction.ts";
import { recordChange } from "#modules/audit/record-change.ts";
import { addUser } from "#modules/users/add-user.ts";
import { type AccountFields, insertAccount } from "./accounts.store.ts";
import { hashPassword, noPasswordHash } from "./password.ts";
import { toSystemContext } from "./system-context.ts";
import { normalizeEmail } from "./user.ts";

export type NewAccount = AccountFields & {
  /** Without a password the owner gets in by sign-in links only. */
  owner: { email: string; name: string; password: string | null };
};

export type CreatedAccount = { accountId: string; userId: number };

/**
 * Makes an account with its owner; `furnish` puts more into it in the same transaction: all of it, or nothing.
 * `permit` comes first and may refuse.
 */
export const createAccount = async ({
  pools,
  input,
  permit,
  furnish,
}: {
  pools: Pools;
  input: NewAccount;
  permit?: (tx: AccountTransaction) => Promise<void>;
  furnish?: (tx: AccountTransaction) => Promise<void>;
}): Promise<CreatedAccount> => {
  const accountId = randomUUID();
  const { owner, ...fields } = input;
  const email = normalizeEmail(owner.email);
  const passwordHash = owner.password === null ? noPasswordHash : await hashPassword(owner.password);
  return withAccount(pools.app, accountId, async (tx) => {
    await permit?.(tx);
    await insertAccount(tx, fields);
    const userId = await addUser(tx, { email, name: owner.name, role: "owner", passwordHash });
    await furnish?.(tx);
    await recordChange(tx, toSystemContext(accountId), {
      action: "create",
      noun: "account",
      nounId: accountId,
      before: null,
      after: { ...fields, owner: email },
      book: true,
    });
    return { accountId, userId };
  });
};
