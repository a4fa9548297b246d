import type { Plan } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { copyPlan } from "./make-plan.ts";
import { getPlanRow } from "./plans.store.ts";

/** A plan like another one, that no campaign goes by. */
export const clonePlan = ({ pools, ctx, input }: Verb<{ id: string; name: string }>): Promise<Plan> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const id = await copyPlan(tx, ctx, { of: await getPlanRow(tx, input.id), name: input.name });
    const after = await getPlanRow(tx, id);
    return {
      result: after,
      change: { action: "clone", noun: "plan", nounId: id, before: null, after, book: true },
    };
  });
