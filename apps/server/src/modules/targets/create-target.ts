import type { CreateTarget, Target } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { requireBuyers } from "#modules/buyers/require-buyers.ts";
import { requireFilterLists } from "./require-filter-lists.ts";
import { parseDestination } from "./parse-destination.ts";
import { getTargetRow, insertTarget } from "./targets.store.ts";

export const createTarget = ({ pools, ctx, input }: Verb<CreateTarget>): Promise<Target> =>
  changeAccount({ pools, ctx }, async (tx) => {
    await requireBuyers(tx, [{ id: input.buyerId, path: "body.buyerId" }]);
    await requireFilterLists(tx, [{ filter: input.filter, path: "body.filter" }]);
    const id = await insertTarget(tx, {
      ...input,
      destination: parseDestination(input.destination, "body.destination.address"),
    });
    const after = await getTargetRow(tx, id);
    return {
      result: after,
      change: { action: "create", noun: "target", nounId: id, before: null, after, book: true },
    };
  });
