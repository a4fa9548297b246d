import type { CreateUser, SignInLink, User } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { noPasswordHash } from "#modules/accounts/password.ts";
import { normalizeEmail } from "#modules/accounts/user.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { addUser } from "./add-user.ts";
import { makeLink } from "./make-link.ts";
import { requireGrantable, requireUser } from "./require-user.ts";

/** Somebody new has no password yet: the link in this answer lets them in once, to choose one. */
export const createUser = ({
  pools,
  ctx,
  input,
  publicUrl,
}: Verb<CreateUser> & { publicUrl: string }): Promise<{ user: User; link: SignInLink }> => {
  requireGrantable(ctx, input.role);
  return changeAccount({ pools, ctx, permission: "administer" }, async (tx) => {
    const email = normalizeEmail(input.email);
    const id = await addUser(tx, { ...input, email, passwordHash: noPasswordHash });
    const link = await makeLink(tx, id, publicUrl);
    const user = await requireUser(tx, ctx, id);
    const change = { action: "create", noun: "user", nounId: String(id), before: null, after: user };
    return { result: { user, link }, change: { ...change, book: false } };
  });
};
