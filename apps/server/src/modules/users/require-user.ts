import { canGrant, type Role, type User } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { AppError, notFound } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import { countOwners, findUserRow } from "./users.store.ts";

const refuseRole = (mine: Role, theirs: Role): void => {
  if (canGrant(mine, theirs)) return;
  throw new AppError("forbidden", `The role ${mine} has no say over the role ${theirs}.`);
};

/** A user over whom the asker has a say: nobody takes over, changes or removes somebody who may do more than they. */
export const requireUser = async (tx: AccountTransaction, ctx: Context, id: number): Promise<User> => {
  const user = await findUserRow(tx, id);
  if (user === undefined) throw notFound("user");
  refuseRole(ctx.role, user.role);
  return user;
};

export const requireGrantable = (ctx: Context, role: Role): void => refuseRole(ctx.role, role);

/** An account without an owner could never be given one again. */
export const requireAnotherOwner = async (tx: AccountTransaction, user: User): Promise<void> => {
  if (user.role !== "owner" || (await countOwners(tx)) > 1) return;
  throw new AppError("conflict", "This is the account's only owner; make somebody else an owner first.");
};
