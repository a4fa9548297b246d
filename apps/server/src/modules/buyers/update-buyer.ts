import type { Buyer, UpdateBuyer } from "@ccp/contract";
import { notFound } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { findBuyer, writeBuyer } from "./buyers.store.ts";

export const updateBuyer = ({
  pools,
  ctx,
  input,
}: Verb<{ id: number; patch: UpdateBuyer }>): Promise<Buyer> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const before = await findBuyer(tx, input.id);
    const after = await writeBuyer(tx, input.id, input.patch);
    if (before === undefined || after === undefined) throw notFound("buyer");
    return {
      result: after,
      change: { action: "update", noun: "buyer", nounId: String(after.id), before, after, book: true },
    };
  });
