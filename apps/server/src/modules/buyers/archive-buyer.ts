import type { Buyer } from "@ccp/contract";
import { inUse, notFound } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { findBuyer, selectTargetNames, writeBuyer } from "./buyers.store.ts";

export const archiveBuyer = ({ pools, ctx, input }: Verb<{ id: number }>): Promise<Buyer> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const before = await findBuyer(tx, input.id);
    const after = await writeBuyer(tx, input.id, { status: "archived" });
    if (before === undefined || after === undefined) throw notFound("buyer");
    const users = await selectTargetNames(tx, input.id);
    if (users.length > 0) throw inUse("Archive or move this buyer's targets first.", users);
    return {
      result: after,
      change: { action: "archive", noun: "buyer", nounId: String(after.id), before, after, book: true },
    };
  });
