import type { Target, UpdateTarget } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { requireBuyer } from "#modules/buyers/require-buyer.ts";
import { parseDestination } from "./parse-destination.ts";
import { getTargetRow, writeTarget } from "./targets.store.ts";

export const updateTarget = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string; patch: UpdateTarget }>): Promise<Target> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const before = await getTargetRow(tx, input.id);
    // Also when the buyer stays: bringing a target back needs a buyer in service.
    await requireBuyer(tx, input.patch.buyerId ?? before.buyer.id, "body.buyerId");
    const { destination, ...rest } = input.patch;
    await writeTarget(tx, input.id, {
      ...rest,
      destination: destination && parseDestination(destination),
    });
    const after = await getTargetRow(tx, input.id);
    return {
      result: after,
      change: { action: "update", noun: "target", nounId: input.id, before, after, book: true },
    };
  });
