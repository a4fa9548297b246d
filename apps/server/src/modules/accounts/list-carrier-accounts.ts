import type { CarrierAccount } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectCarrierAccounts } from "./carrier-accounts.store.ts";

/** Oldest first; tokens are never read. */
export const listCarrierAccounts = ({
  pools,
  ctx,
  input,
}: Verb<{ cursor?: string | undefined; limit: number }>): Promise<Page<CarrierAccount>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectCarrierAccounts(tx, input));
