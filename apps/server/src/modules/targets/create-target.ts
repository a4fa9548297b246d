import type { CreateTarget, Target } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { refuseReportedRevenue } from "#modules/caps/refuse-reported-revenue.ts";
import { requireBuyers } from "#modules/buyers/require-buyers.ts";
import { requireFilterLists } from "./require-filter-lists.ts";
import { parseDestination } from "./parse-destination.ts";
import { requireDialable } from "./require-dialable.ts";
import { getTargetRow, insertTarget } from "./targets.store.ts";

export const createTarget = ({ pools, ctx, input }: Verb<CreateTarget>): Promise<Target> =>
  changeAccount({ pools, ctx }, async (tx) => {
    await requireBuyers(tx, [{ id: input.buyerId, path: "body.buyerId" }]);
    await requireFilterLists(tx, [{ filter: input.filter, path: "body.filter" }]);
    const path = "body.destination.address";
    const destination = parseDestination(input.destination, path);
    await requireDialable(tx, [{ destination, path }]);
    const id = await insertTarget(tx, { ...input, destination });
    await refuseReportedRevenue(tx, input.caps.length > 0 ? "body.caps" : "body.revenue.conversion");
    const after = await getTargetRow(tx, id);
    return {
      result: after,
      change: { action: "create", noun: "target", nounId: id, before: null, after, book: true },
    };
  });
