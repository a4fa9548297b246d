import type { PlanRows, RestorePlanVersion } from "@ccp/contract";
import { requireVersion } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getPlanVersionRow } from "./plan-versions.store.ts";
import { getPlanRow } from "./plans.store.ts";
import { publishRows } from "./publish-rows.ts";
import { requireRows } from "./require-rows.ts";
import { toRowInputs } from "./to-plan-document.ts";

/** As a new version: what was between stays to be read. Refused where a target or group of it was archived since. */
export const restorePlanVersion = ({
  pools,
  ctx,
  input: { id, number, version, note },
}: Verb<{ id: string; number: number } & RestorePlanVersion>): Promise<PlanRows> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const plan = await getPlanRow(tx, id);
    requireVersion(plan.version, version, "body");
    const { strategies, ...former } = await getPlanVersionRow(tx, { id, number });
    const items = toRowInputs(former);
    await requireRows(tx, items, (index) => `version.items.${index}`);
    const told = note === "" ? `Version ${number} again` : note;
    return publishRows(tx, ctx, { plan, action: "restore-version", items, strategies, note: told });
  });
