import type { AccountTransaction } from "#db/transaction.ts";
import type { Context } from "#http/context.ts";
import { selectPlanRows } from "./plan-rows.store.ts";
import { insertPlanVersion } from "./plan-versions.store.ts";
import { getPlanRow, selectStrategies, writePublished } from "./plans.store.ts";
import { toPlanDocument } from "./to-plan-document.ts";

/** Makes a version of rows that went with what they pointed at. */
export const recordRows = async (
  tx: AccountTransaction,
  ctx: Pick<Context, "actor">,
  { planId, note }: { planId: string; note: string },
): Promise<void> => {
  const number = (await getPlanRow(tx, planId)).versionNumber + 1;
  const items = await selectPlanRows(tx, planId);
  const levels = await selectStrategies(tx, planId);
  const strategies = levels.filter(({ priority }) => items.some((row) => row.priority === priority));
  await writePublished(tx, planId, { strategies, versionNumber: number });
  await insertPlanVersion(tx, ctx, { planId, number, note, document: toPlanDocument(items, strategies) });
};
