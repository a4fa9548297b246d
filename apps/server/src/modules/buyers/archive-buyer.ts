import type { Buyer } from "@ccp/contract";
import { toSingleArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { archiveItems } from "#modules/references/archive-items.ts";
import { buyerStore } from "./buyers.store.ts";

export const archiveBuyer = ({ pools, ctx, input }: Verb<{ id: number }>): Promise<Buyer> =>
  changeAccount({ pools, ctx }, async (tx) =>
    toOnly(await archiveItems(tx, buyerStore, [toSingleArchive(input)])),
  );
