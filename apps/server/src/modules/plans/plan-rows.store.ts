import type { PlanRowInput, PlanRowShown, Revenue } from "@ccp/contract";
import type { Hours } from "@ccp/engine";
import { and, eq, getTableColumns } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import { buyers, targets } from "#db/schema/parties.ts";
import { planRows, targetGroups } from "#db/schema/plans.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { listMembersOf } from "#modules/target-groups/list-members-of.ts";
import { itsAccount, itsBuyer, listedTargetColumns, toListedTarget } from "#modules/targets/listed-target.ts";

type Row = typeof planRows.$inferSelect;

const isOfPlan = (tx: AccountTransaction, planId: string) =>
  and(eq(planRows.accountId, tx.accountId), eq(planRows.planId, planId));

const toShown = ({ priority, weight, enabled, revenue, hours, ringTimeoutSeconds }: Row) => ({
  priority,
  weight,
  enabled,
  revenue: revenue as Revenue | null,
  hours: hours as Hours | null,
  ringTimeoutSeconds,
});

const selectTargetRows = (tx: AccountTransaction, planId: string) =>
  tx.db
    .select({ row: getTableColumns(planRows), target: listedTargetColumns })
    .from(planRows)
    .innerJoin(targets, and(eq(targets.accountId, planRows.accountId), eq(targets.id, planRows.targetId)))
    .innerJoin(buyers, itsBuyer)
    .innerJoin(accounts, itsAccount)
    .where(isOfPlan(tx, planId));

const selectGroupRows = (tx: AccountTransaction, planId: string) =>
  tx.db
    .select({
      row: getTableColumns(planRows),
      group: {
        id: targetGroups.id,
        name: targetGroups.name,
        status: targetGroups.status,
        strategy: targetGroups.strategy,
      },
    })
    .from(planRows)
    .innerJoin(
      targetGroups,
      and(eq(targetGroups.accountId, planRows.accountId), eq(targetGroups.id, planRows.groupId)),
    )
    .where(isOfPlan(tx, planId));

/** In plan order, groups with their members. */
export const selectPlanRows = async (tx: AccountTransaction, planId: string): Promise<PlanRowShown[]> => {
  const ofTargets = await selectTargetRows(tx, planId);
  const ofGroups = await selectGroupRows(tx, planId);
  const members = await listMembersOf(
    tx,
    ofGroups.map(({ group }) => group.id),
  );
  const shown = [
    ...ofTargets.map(({ row, target }) => ({
      position: row.position,
      shown: { kind: "target" as const, target: toListedTarget(target), ...toShown(row) },
    })),
    ...ofGroups.map(({ row, group }) => ({
      position: row.position,
      shown: {
        kind: "group" as const,
        group: { ...group, members: members.get(group.id) ?? [] },
        ...toShown(row),
      },
    })),
  ];
  return shown.toSorted((one, other) => one.position - other.position).map((each) => each.shown);
};

export const replacePlanRows = async (
  tx: AccountTransaction,
  planId: string,
  items: readonly PlanRowInput[],
): Promise<void> => {
  await tx.db.delete(planRows).where(isOfPlan(tx, planId));
  if (items.length === 0) return;
  const values = items.map((item, position) => {
    const { kind: _, ...row } = item;
    return { ...row, accountId: tx.accountId, planId, position };
  });
  await tx.db.insert(planRows).values(values);
};
