import type { ApiKey } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectApiKeys } from "./api-keys.store.ts";

/** Newest first, revoked ones included. */
export const listApiKeys = ({
  pools,
  ctx,
  input,
}: Verb<{ cursor?: string | undefined; limit: number }>): Promise<Page<ApiKey>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectApiKeys(tx, input));
