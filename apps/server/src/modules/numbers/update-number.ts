import type { NumberResource, UpdateNumber } from "@ccp/contract";
import { toSingleItem } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { changeNumbers } from "./change-numbers.ts";

export const updateNumber = ({
  pools,
  ctx,
  input,
}: Verb<{ id: number; patch: UpdateNumber }>): Promise<NumberResource> =>
  changeAccount({ pools, ctx }, async (tx) => toOnly(await changeNumbers(tx, [toSingleItem(input)])));
