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

const toFilter = ({ filter }: Row): CallFilter | null => filter as CallFilter | null;

const toPlace = (row: Row, names: FilterNames) => ({
  priority: row.priority,
  weight: row.weight,
  enabled: row.enabled,
  hours: row.hours as Hours | null,
  ringTimeoutSeconds: row.ringTimeoutSeconds,
  dialAttemptsMax: row.dialAttemptsMax,
  filter: toFilter(row),
  filterNames: pickFilterNames(toFilter(row), names),
});

const toShown = (row: Row, names: FilterNames) => ({
  ...toPlace(row, names),
  revenue: row.revenue as Revenue | null,
  concurrencyMax: row.concurrencyMax,
});

const toAgentsShown = (row: Row, names: FilterNames) => ({
  ...toPlace(row, names),
  skills: row.skills ?? [],
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

/** A row with its place in the plan; how it is shown takes the names of what filters name. */
type Placed = { row: Row; show: (names: FilterNames) => PlanRowShown };

/** The rows of agents and of their groups. */
const selectOwnRows = async (tx: AccountTransaction, planId: string): Promise<Placed[]> => {
  const ofAgents = await selectAgentRows(tx, planId);
  const ofGroups = await selectAgentGroupRows(tx, planId);
  const members = await listAgentsOf(
    tx,
    ofGroups.map(({ group }) => group.id),
  );
  return [
    ...ofAgents.map(({ row, agent }) => ({
      row,
      show: (names: FilterNames) => ({
        kind: "agent" as const,
        agent: toListedAgent(agent),
        ...toAgentsShown(row, names),
      }),
    })),
    ...ofGroups.map(({ row, group }) => ({
      row,
      show: (names: FilterNames) => ({
        kind: "agent-group" as const,
        group: { ...group, members: members.get(group.id) ?? [] },
        ...toAgentsShown(row, names),
      }),
    })),
  ];
};

/** The rows of targets and of their groups. */
const selectSoldRows = async (tx: AccountTransaction, planId: string): Promise<Placed[]> => {
  const ofTargets = await selectTargetRows(tx, planId);
  const ofGroups = await selectGroupRows(tx, planId);
  const members = await listMembersOf(
    tx,
    ofGroups.map(({ group }) => group.id),
  );
  return [
    ...ofTargets.map(({ row, target }) => ({
      row,
      show: (names: FilterNames) => ({
        kind: "target" as const,
        target: toListedTarget(target),
        ...toShown(row, names),
      }),
    })),
    ...ofGroups.map(({ row, group }) => ({
      row,
      show: (names: FilterNames) => ({
        kind: "group" as const,
        group: { ...group, members: members.get(group.id) ?? [] },
        ...toShown(row, names),
      }),
    })),
  ];
};

/** In plan order, groups with their members. */
export const selectPlanRows = async (tx: AccountTransaction, planId: string): Promise<PlanRowShown[]> => {
  const rows = [...(await selectSoldRows(tx, planId)), ...(await selectOwnRows(tx, planId))];
  const names = await readFilterNames(
    tx,
    rows.map(({ row }) => toFilter(row)),
  );
  return rows.toSorted((one, other) => one.row.position - other.row.position).map(({ show }) => show(names));
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
