import type { TargetGroup, UpdateTargetGroup } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems, type Found } from "#modules/audit/change-items.ts";
import type { FieldReference } from "#modules/references/require-in-service.ts";
import { requireTargets } from "#modules/targets/require-targets.ts";
import { selectMembers } from "./members.store.ts";
import { type TargetGroupPatch, targetGroupStore } from "./target-groups.store.ts";

/** While a group was archived, its members may have been archived too. */
const listMembers = async (
  tx: AccountTransaction,
  { before, path }: Found<TargetGroup, string, TargetGroupPatch>,
): Promise<FieldReference<string>[]> => {
  const members = before.status === "archived" ? await selectMembers(tx, before.id) : [];
  return members.map(({ target }) => ({ id: target.id, path: `${path}.status` }));
};

export const changeTargetGroups = (
  tx: AccountTransaction,
  items: readonly BulkItem<string, UpdateTargetGroup>[],
) =>
  changeItems(tx, targetGroupStore, {
    action: "update",
    items,
    check: async (found) => {
      const references: FieldReference<string>[] = [];
      for (const each of found) references.push(...(await listMembers(tx, each)));
      await requireTargets(tx, references);
    },
  });
