import type { PublisherPayouts } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { selectPublisherPayouts } from "./publisher-payouts.store.ts";
import { getPublisherRow } from "./publishers.store.ts";

export const listPublisherPayouts = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string }>): Promise<PublisherPayouts> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    await getPublisherRow(tx, input.id);
    return { items: await selectPublisherPayouts(tx, input.id) };
  });
