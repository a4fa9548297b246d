import type { CreateTarget, Target } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { requireBuyer } from "#modules/buyers/require-buyer.ts";
import { parseDestination } from "./parse-destination.ts";
import { getTargetRow, insertTarget } from "./targets.store.ts";

export const createTarget = ({ pools, ctx, input }: Verb<CreateTarget>): Promise<Target> =>
  changeAccount({ pools, ctx }, async (tx) => {
    await requireBuyer(tx, input.buyerId, "body.buyerId");
    const id = await insertTarget(tx, { ...input, destination: parseDestination(input.destination) });
    const after = await getTargetRow(tx, id);
    return {
      result: after,
      change: { action: "create", noun: "target", nounId: id, before: null, after, book: true },
    };
  });
