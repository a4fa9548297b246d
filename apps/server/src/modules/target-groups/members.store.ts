import type { GroupMember, PutTargetGroupMembers } from "@ccp/contract";
import { and, asc, eq, inArray } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import { buyers, targets } from "#db/schema/parties.ts";
import { targetGroupMembers } from "#db/schema/plans.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { itsAccount, itsBuyer, listedTargetColumns, toListedTarget } from "#modules/targets/listed-target.ts";

const isOfGroup = (tx: AccountTransaction, groupId: string) =>
  and(eq(targetGroupMembers.accountId, tx.accountId), eq(targetGroupMembers.groupId, groupId));

const itsTarget = and(
  eq(targets.accountId, targetGroupMembers.accountId),
  eq(targets.id, targetGroupMembers.targetId),
);

/** Of several groups, each in its order. */
export const selectMembersOf = async (
  tx: AccountTransaction,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, GroupMember[]>> => {
  const found = new Map(groupIds.map((id) => [id, [] as GroupMember[]]));
  const rows = await tx.db
    .select({
      groupId: targetGroupMembers.groupId,
      target: listedTargetColumns,
      weight: targetGroupMembers.weight,
      enabled: targetGroupMembers.enabled,
    })
    .from(targetGroupMembers)
    .innerJoin(targets, itsTarget)
    .innerJoin(buyers, itsBuyer)
    .innerJoin(accounts, itsAccount)
    .where(
      and(eq(targetGroupMembers.accountId, tx.accountId), inArray(targetGroupMembers.groupId, [...groupIds])),
    )
    .orderBy(asc(targetGroupMembers.position));
  for (const { groupId, target, weight, enabled } of rows) {
    found.get(groupId)?.push({ target: toListedTarget(target), weight, enabled });
  }
  return found;
};

/** In the group's order. */
export const selectMembers = async (tx: AccountTransaction, groupId: string): Promise<GroupMember[]> =>
  (await selectMembersOf(tx, [groupId])).get(groupId) ?? [];

export const replaceMembers = async (
  tx: AccountTransaction,
  groupId: string,
  items: PutTargetGroupMembers["items"],
): Promise<void> => {
  await tx.db.delete(targetGroupMembers).where(isOfGroup(tx, groupId));
  if (items.length === 0) return;
  await tx.db
    .insert(targetGroupMembers)
    .values(items.map((item, position) => ({ ...item, accountId: tx.accountId, groupId, position })));
};
