import type { QuarantinedEvent } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { type QuarantineQuery, selectQuarantined } from "./quarantine.store.ts";

/** What could not be booked, newest first. */
export const listQuarantinedEvents = ({
  pools,
  ctx,
  input,
}: Verb<QuarantineQuery>): Promise<Page<QuarantinedEvent>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectQuarantined(tx, input));
