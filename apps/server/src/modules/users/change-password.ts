import type { ChangePassword } from "@ccp/contract";
import { withDirectory } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { hashPassword, isPassword, noPasswordHash } from "#modules/accounts/password.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { endAccess, findPasswordHash, writePasswordHash } from "./users.store.ts";

type Owned = { accountId: string; userId: number };

const toOwned = ({ ctx }: Pick<Verb<unknown>, "ctx">): Owned => {
  if (ctx.actor.kind !== "user") throw new AppError("forbidden", "Only a person has a password.");
  return { accountId: ctx.accountId, userId: Number(ctx.actor.id) };
};

/** One's own password. All of one's sessions and links end; null when the present password is another one. */
export const changePassword = async ({ pools, ctx, input }: Verb<ChangePassword>): Promise<Owned | null> => {
  const owned = toOwned({ ctx });
  const known = await withDirectory(pools.app, (tx) => findPasswordHash(tx, owned));
  const isProven = known === noPasswordHash || (await isPassword(input.currentPassword ?? "", known));
  if (!isProven) return null;
  const passwordHash = await hashPassword(input.newPassword);
  return changeAccount({ pools, ctx }, async (tx) => {
    await tx.asDirectory(async (directory) => {
      await writePasswordHash(directory, owned, passwordHash);
      await endAccess(directory, owned);
    });
    const change = {
      action: "change-password",
      noun: "user",
      nounId: ctx.actor.id,
      before: null,
      after: null,
    };
    return { result: owned, change: { ...change, book: false } };
  });
};
