import type { ValueList } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { getValueListRow } from "./value-lists.store.ts";

export const getValueList = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<ValueList> =>
  withAccount(pools.app, ctx.accountId, (tx) => getValueListRow(tx, input.id));
