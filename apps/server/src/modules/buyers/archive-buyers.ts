import type { Buyer } from "@ccp/contract";
import { toBulkArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { archiveItems } from "#modules/references/archive-items.ts";
import { buyerStore } from "./buyers.store.ts";

/** All of them or none. */
export const archiveBuyers = async ({
  pools,
  ctx,
  input,
}: Verb<{ ids: number[] }>): Promise<{ items: Buyer[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) => archiveItems(tx, buyerStore, toBulkArchive(input.ids))),
});
