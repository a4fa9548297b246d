import type { User } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectUsers } from "./users.store.ts";

/** Oldest first, without those who were removed. */
export const listUsers = ({
  pools,
  ctx,
  input,
}: Verb<{ cursor?: string | undefined; limit: number }>): Promise<Page<User>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectUsers(tx, input));
