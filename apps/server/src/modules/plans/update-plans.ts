import type { Plan, UpdatePlan } from "@ccp/contract";
import { toBulkItems } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { changePlans } from "./change-plans.ts";

/** All of the changes or none. */
export const updatePlans = async ({
  pools,
  ctx,
  input,
}: Verb<{ items: { id: string; patch: UpdatePlan }[] }>): Promise<{ items: Plan[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) => changePlans(tx, toBulkItems(input.items))),
});
