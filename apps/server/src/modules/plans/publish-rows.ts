import type { Plan, PlanLevel, PlanRowInput, PlanRows } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { Context } from "#http/context.ts";
import type { Changed } from "#modules/audit/change-account.ts";
import { refuseReportedRevenue } from "#modules/caps/refuse-reported-revenue.ts";
import { replacePlanRows, selectPlanRows } from "./plan-rows.store.ts";
import { insertPlanVersion } from "./plan-versions.store.ts";
import { requireRings } from "./require-rings.ts";
import { selectStrategies, writePublished } from "./plans.store.ts";
import { toPlanDocument } from "./to-plan-document.ts";

type Published = {
  items: readonly PlanRowInput[];
  strategies: readonly PlanLevel[];
  note: string;
  /** Says where a row stands in what was sent. */
  toPath: (index: number) => string;
};

/** Has the plan be these rows from now on, as a version of their own. What they point at is in service. */
export const publishRows = async (
  tx: AccountTransaction,
  ctx: Context,
  { plan, action, ...published }: { plan: Plan; action: "put-rows" | "publish" } & Published,
): Promise<Changed<PlanRows>> => {
  const { id, name } = plan;
  const before = toPlanDocument(await selectPlanRows(tx, id), await selectStrategies(tx, id));
  // A level that is weighted needs no mention.
  const strategies = published.strategies.filter(({ strategy }) => strategy !== "weighted");
  const number = plan.versionNumber + 1;
  await replacePlanRows(tx, id, published.items);
  await refuseReportedRevenue(tx, "body.items");
  await writePublished(tx, id, { strategies, versionNumber: number });
  const items = await selectPlanRows(tx, id);
  requireRings(items, strategies, published.toPath);
  const after = toPlanDocument(items, strategies);
  await insertPlanVersion(tx, ctx, { planId: id, number, note: published.note, document: after });
  const told = published.note === "" ? {} : { note: published.note };
  return {
    result: { items, strategies, version: plan.version + 1 },
    change: {
      action,
      noun: "plan",
      nounId: id,
      before: { name, ...before },
      after: { name, ...after, ...told },
      book: true,
    },
  };
};
