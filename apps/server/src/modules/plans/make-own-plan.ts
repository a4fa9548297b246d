import type { AccountTransaction } from "#db/transaction.ts";
import type { Context } from "#http/context.ts";
import type { Change } from "#modules/audit/record-change.ts";
import { copyPlan, makePlan } from "./make-plan.ts";
import { pickPlanName } from "./pick-plan-name.ts";
import { getPlanRow } from "./plans.store.ts";

/** A plan for a campaign of this name, empty or with the rows of another plan; with what the audit log is to say. */
export const makeOwnPlan = async (
  tx: AccountTransaction,
  ctx: Context,
  { name, copyOf }: { name: string; copyOf?: { id: string; name: string } },
): Promise<{ id: string; change: Change }> => {
  const own = await pickPlanName(tx, name);
  const id =
    copyOf === undefined
      ? await makePlan(tx, ctx, { name: own })
      : await copyPlan(tx, ctx, { of: copyOf, name: own });
  const after = await getPlanRow(tx, id);
  const action = copyOf === undefined ? "create" : "clone";
  return { id, change: { action, noun: "plan", nounId: id, before: null, after, book: true } };
};
