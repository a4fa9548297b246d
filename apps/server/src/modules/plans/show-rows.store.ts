import type { PlanRowInput, PlanRowShown } from "@ccp/contract";
import { and, eq, inArray } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import { buyers, targets } from "#db/schema/parties.ts";
import { targetGroups } from "#db/schema/plans.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { listMembersOf } from "#modules/target-groups/list-members-of.ts";
import { itsAccount, itsBuyer, listedTargetColumns, toListedTarget } from "#modules/targets/listed-target.ts";
import { pickFilterNames, readFilterNames } from "#modules/targets/read-filter-names.ts";
import { readAgentRows } from "./show-agent-rows.store.ts";

const readTargets = async (tx: AccountTransaction, ids: string[]) => {
  const rows = await tx.db
    .select(listedTargetColumns)
    .from(targets)
    .innerJoin(buyers, itsBuyer)
    .innerJoin(accounts, itsAccount)
    .where(and(eq(targets.accountId, tx.accountId), inArray(targets.id, ids)));
  return new Map(rows.map((row) => [row.id, toListedTarget(row)]));
};

const readGroups = async (tx: AccountTransaction, ids: string[]) => {
  const rows = await tx.db
    .select({
      id: targetGroups.id,
      name: targetGroups.name,
      status: targetGroups.status,
      strategy: targetGroups.strategy,
    })
    .from(targetGroups)
    .where(and(eq(targetGroups.accountId, tx.accountId), inArray(targetGroups.id, ids)));
  const members = await listMembersOf(tx, ids);
  return new Map(rows.map((row) => [row.id, { ...row, members: members.get(row.id) ?? [] }]));
};

/** Rows that are not the plan's yet, with how those stand whom they are for; who is gone for good is left out. */
export const showRows = async (
  tx: AccountTransaction,
  items: readonly PlanRowInput[],
): Promise<PlanRowShown[]> => {
  const targetIds = items.flatMap((item) => (item.kind === "target" ? [item.targetId] : []));
  const groupIds = items.flatMap((item) => (item.kind === "group" ? [item.groupId] : []));
  const targetsById = await readTargets(tx, targetIds);
  const groupsById = await readGroups(tx, groupIds);
  const names = await readFilterNames(
    tx,
    items.map(({ filter }) => filter),
  );
  const showAgents = await readAgentRows(tx, items, names);
  return items.flatMap((item): PlanRowShown[] => {
    const filterNames = pickFilterNames(item.filter, names);
    if (item.kind === "target") {
      const { targetId, ...row } = item;
      const target = targetsById.get(targetId);
      return target === undefined ? [] : [{ ...row, filterNames, target }];
    }
    if (item.kind === "group") {
      const { groupId, ...row } = item;
      const group = groupsById.get(groupId);
      return group === undefined ? [] : [{ ...row, filterNames, group }];
    }
    const shown = showAgents(item);
    return shown === undefined ? [] : [shown];
  });
};
