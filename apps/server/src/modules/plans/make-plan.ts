import type { PlanLevel, PlanRowInput } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { Context } from "#http/context.ts";
import { replacePlanRows, selectPlanRows } from "./plan-rows.store.ts";
import { insertPlanVersion } from "./plan-versions.store.ts";
import { insertPlan, selectStrategies, writePublished } from "./plans.store.ts";
import { requireRows } from "./require-rows.ts";
import { toPlanDocument, toRowInputs } from "./to-plan-document.ts";

type Content = { items: readonly PlanRowInput[]; strategies: readonly PlanLevel[] };

const none: Content = { items: [], strategies: [] };

/** Makes a plan, whose first version these rows are; gives its id. */
export const makePlan = async (
  tx: AccountTransaction,
  ctx: Pick<Context, "actor">,
  { name, content = none, note = "" }: { name: string; content?: Content; note?: string },
): Promise<string> => {
  const id = await insertPlan(tx, name);
  await replacePlanRows(tx, id, content.items);
  if (content.strategies.length > 0) {
    await writePublished(tx, id, { strategies: content.strategies, versionNumber: 1 });
  }
  const document = toPlanDocument(await selectPlanRows(tx, id), content.strategies);
  await insertPlanVersion(tx, ctx, { planId: id, number: 1, note, document });
  return id;
};

/** Makes a plan with the rows of another one; refused where one of its targets or groups was archived since. */
export const copyPlan = async (
  tx: AccountTransaction,
  ctx: Pick<Context, "actor">,
  { of, name }: { of: { id: string; name: string }; name: string },
): Promise<string> => {
  const strategies = await selectStrategies(tx, of.id);
  const items = toRowInputs(toPlanDocument(await selectPlanRows(tx, of.id), strategies));
  await requireRows(tx, items, () => "");
  return makePlan(tx, ctx, { name, content: { items, strategies }, note: `As in ${of.name}` });
};
