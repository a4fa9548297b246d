import type { Session } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { HttpDeps } from "#http/deps.ts";
import type { Visitor } from "#http/implementation.ts";
import type { SignedIn } from "#modules/accounts/user.ts";
import { recordChange } from "#modules/audit/record-change.ts";
import { getSession } from "./get-session.ts";

/** Begins the browser's session of somebody who proved who they are, and leaves an audit row. */
export const startSession = async ({
  deps,
  who,
  visitor: { requestId, session },
  action,
}: {
  deps: HttpDeps;
  who: SignedIn;
  visitor: Pick<Visitor, "requestId" | "session">;
  action: "sign-in" | "redeem-link" | "set-up";
}): Promise<Session> => {
  const { accountId, userId, role } = who;
  const ctx = { accountId, actor: { kind: "user", id: String(userId) }, role, requestId } as const;
  await withAccount(deps.pools.app, accountId, (tx) =>
    recordChange(tx, ctx, {
      action,
      noun: "session",
      nounId: String(userId),
      before: null,
      after: null,
      book: false,
    }),
  );
  await session.start({ accountId, userId });
  return getSession({ pools: deps.pools, ctx, testCalls: deps.simulatorUrl !== null });
};
