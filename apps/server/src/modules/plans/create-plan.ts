import type { CreatePlan, Plan } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { makePlan } from "./make-plan.ts";
import { getPlanRow } from "./plans.store.ts";

export const createPlan = ({ pools, ctx, input }: Verb<CreatePlan>): Promise<Plan> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const id = await makePlan(tx, ctx, { name: input.name });
    const after = await getPlanRow(tx, id);
    return {
      result: after,
      change: { action: "create", noun: "plan", nounId: id, before: null, after, book: true },
    };
  });
