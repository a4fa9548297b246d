import type { Plan, UpdatePlan } from "@ccp/contract";
import { toSingleItem } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { changePlans } from "./change-plans.ts";

export const updatePlan = ({ pools, ctx, input }: Verb<{ id: string; patch: UpdatePlan }>): Promise<Plan> =>
  changeAccount({ pools, ctx }, async (tx) => toOnly(await changePlans(tx, [toSingleItem(input)])));
