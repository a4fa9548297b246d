import type { Buyer, CreateBuyer } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getBuyerRow, insertBuyer } from "./buyers.store.ts";

export const createBuyer = ({ pools, ctx, input }: Verb<CreateBuyer>): Promise<Buyer> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const after = await getBuyerRow(tx, await insertBuyer(tx, input));
    return {
      result: after,
      change: { action: "create", noun: "buyer", nounId: String(after.id), before: null, after, book: true },
    };
  });
