import type { Buyer, UpdateBuyer } from "@ccp/contract";
import { toBulkItems } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { changeBuyers } from "./change-buyers.ts";

/** All of the changes or none. */
export const updateBuyers = async ({
  pools,
  ctx,
  input,
}: Verb<{ items: { id: number; patch: UpdateBuyer }[] }>): Promise<{ items: Buyer[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) => changeBuyers(tx, toBulkItems(input.items))),
});
