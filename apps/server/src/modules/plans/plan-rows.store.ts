import type { PlanRowInput, PlanRowShown, Revenue } from "@ccp/contract";
import type { CallFilter, FilterNames, Hours } from "@ccp/engine";
import { and, eq, getTableColumns } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import { agentGroups, agents } from "#db/schema/agents.ts";
import { buyers, targets } from "#db/schema/parties.ts";
import { planRows, targetGroups } from "#db/schema/plans.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { listMembersOf as listAgentsOf } from "#modules/agent-groups/list-members-of.ts";
import {
  itsAccount as itsAgentsAccount,
  listedAgentColumns,
  toListedAgent,
} from "#modules/agents/listed-agent.ts";
import { listMembersOf } from "#modules/target-groups/list-members-of.ts";
import { itsAccount, itsBuyer, listedTargetColumns, toListedTarget } from "#modules/targets/listed-target.ts";
import { pickFilterNames, readFilterNames } from "#modules/targets/read-filter-names.ts";

type Row = typeof planRows.$inferSelect;

const isOfPlan = (tx: AccountTransaction, planId: string) =>
  and(eq(planRows.accountId, tx.accountId), eq(planRows.planId, planId));

const toShown = ({
  priority,
  weight,
  enabled,
  revenue,
  hours,
  ringTimeoutSeconds,
  dialAttemptsMax,
}: Row) => ({
  priority,
  weight,
  enabled,
  revenue: revenue as Revenue | null,
  hours: hours as Hours | null,
  ringTimeoutSeconds,
  dialAttemptsMax,
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

const selectAgentRows = (tx: AccountTransaction, planId: string) =>
  tx.db
    .select({ row: getTableColumns(planRows), agent: listedAgentColumns })
    .from(planRows)
    .innerJoin(agents, and(eq(agents.accountId, planRows.accountId), eq(agents.id, planRows.agentId)))
    .innerJoin(accounts, itsAgentsAccount)
    .where(isOfPlan(tx, planId));

const selectAgentGroupRows = (tx: AccountTransaction, planId: string) =>
  tx.db
    .select({
      row: getTableColumns(planRows),
      group: { id: agentGroups.id, name: agentGroups.name, status: agentGroups.status },
    })
    .from(planRows)
    .innerJoin(
      agentGroups,
      and(eq(agentGroups.accountId, planRows.accountId), eq(agentGroups.id, planRows.agentGroupId)),
    )
    .where(isOfPlan(tx, planId));

const toAgentsShown = (row: Row, names: FilterNames) => {
  const { revenue: _, ...place } = toShown(row);
  const filter = row.filter as CallFilter | null;
  return { ...place, filter, filterNames: pickFilterNames(filter, names), skills: row.skills ?? [] };
};

/** The rows of agents and of their groups, each with its place in the plan. */
const selectOwnRows = async (tx: AccountTransaction, planId: string) => {
  const ofAgents = await selectAgentRows(tx, planId);
  const ofGroups = await selectAgentGroupRows(tx, planId);
  const members = await listAgentsOf(
    tx,
    ofGroups.map(({ group }) => group.id),
  );
  const filters = [...ofAgents, ...ofGroups].map(({ row }) => row.filter as CallFilter | null);
  const names = await readFilterNames(tx, filters);
  return [
    ...ofAgents.map(({ row, agent }) => ({
      position: row.position,
      shown: { kind: "agent" as const, agent: toListedAgent(agent), ...toAgentsShown(row, names) },
    })),
    ...ofGroups.map(({ row, group }) => ({
      position: row.position,
      shown: {
        kind: "agent-group" as const,
        group: { ...group, members: members.get(group.id) ?? [] },
        ...toAgentsShown(row, names),
      },
    })),
  ];
};

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
    ...(await selectOwnRows(tx, planId)),
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
