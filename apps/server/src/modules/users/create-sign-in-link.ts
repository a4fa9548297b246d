import type { SignInLink } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { makeLink } from "./make-link.ts";
import { requireUser } from "./require-user.ts";

/** For somebody who forgot their password. Nobody gets a link for somebody who may do more than they. */
export const createSignInLink = ({
  pools,
  ctx,
  input,
  publicUrl,
}: Verb<{ id: number }> & { publicUrl: string }): Promise<SignInLink> =>
  changeAccount({ pools, ctx, permission: "administer" }, async (tx) => {
    const user = await requireUser(tx, ctx, input.id);
    const link = await makeLink(tx, user.id, publicUrl);
    const after = { email: user.email, expiresAt: link.expiresAt };
    const change = { action: "create-link", noun: "user", nounId: String(user.id), before: null, after };
    return { result: link, change: { ...change, book: false } };
  });
