import type { PlanRowInput } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { requireTargetGroups } from "#modules/target-groups/require-target-groups.ts";
import { requireTargets } from "#modules/targets/require-targets.ts";

/** Refuses rows whose targets or groups are absent, somebody else's or archived; `toPath` says where each row stands. */
export const requireRows = async (
  tx: AccountTransaction,
  rows: readonly PlanRowInput[],
  toPath: (index: number) => string,
): Promise<void> => {
  const ofTargets = rows.flatMap((row, index) =>
    row.kind === "target" ? [{ id: row.targetId, path: toPath(index) }] : [],
  );
  const ofGroups = rows.flatMap((row, index) =>
    row.kind === "group" ? [{ id: row.groupId, path: toPath(index) }] : [],
  );
  await requireTargets(tx, ofTargets);
  await requireTargetGroups(tx, ofGroups);
};
