import type { Verb } from "#http/verb.ts";
import { unlinkAgent } from "#modules/agents/unlink-agent.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { requireAnotherOwner, requireUser } from "./require-user.ts";
import { deleteLogin, endAccess, markRemoved } from "./users.store.ts";

/** At once: their sessions, links and password are gone with the commit, and the agent whom they were is nobody's. */
export const removeUser = ({ pools, ctx, input }: Verb<{ id: number }>): Promise<undefined> =>
  changeAccount({ pools, ctx, permission: "administer" }, async (tx) => {
    const before = await requireUser(tx, ctx, input.id);
    await requireAnotherOwner(tx, before);
    const unlinked = await unlinkAgent(tx, input.id);
    await markRemoved(tx, input.id);
    await tx.asDirectory(async (directory) => {
      const owned = { accountId: ctx.accountId, userId: input.id };
      await deleteLogin(directory, owned);
      await endAccess(directory, owned);
    });
    const change = { action: "remove", noun: "user", nounId: String(input.id), before, after: null };
    return { result: undefined, change: [...unlinked, { ...change, book: false }] };
  });
