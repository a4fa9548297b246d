import type { Buyer, UpdateBuyer } from "@ccp/contract";
import { toSingleItem } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { changeBuyers } from "./change-buyers.ts";

export const updateBuyer = ({
  pools,
  ctx,
  input,
}: Verb<{ id: number; patch: UpdateBuyer }>): Promise<Buyer> =>
  changeAccount({ pools, ctx }, async (tx) => toOnly(await changeBuyers(tx, [toSingleItem(input)])));
