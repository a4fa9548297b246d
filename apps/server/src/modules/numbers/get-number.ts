import type { NumberResource } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { getNumberRow } from "./numbers.store.ts";

export const getNumber = ({ pools, ctx, input }: Verb<{ id: number }>): Promise<NumberResource> =>
  withAccount(pools.app, ctx.accountId, (tx) => getNumberRow(tx, input.id));
