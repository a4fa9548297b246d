import type { PlanRows, PutPlanRows } from "@ccp/contract";
import { requireVersion } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getPlanRow } from "./plans.store.ts";
import { publishRows } from "./publish-rows.ts";
import { requireRows } from "./require-rows.ts";

export const putPlanRows = ({
  pools,
  ctx,
  input: { id, version, ...published },
}: Verb<{ id: string } & PutPlanRows>): Promise<PlanRows> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const plan = await getPlanRow(tx, id);
    requireVersion(plan.version, version, "body");
    const { items } = published;
    await requireRows(tx, items, (index, field) => `body.items.${index}.${field}`);
    const toPath = (index: number) => `body.items.${index}.${items[index]?.kind}Id`;
    return publishRows(tx, ctx, { plan, action: "put-rows", ...published, toPath });
  });
