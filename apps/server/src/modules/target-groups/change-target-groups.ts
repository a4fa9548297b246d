import type { TargetGroup, UpdateTargetGroup } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems, type Found } from "#modules/audit/change-items.ts";
import { refuseReportedChanges } from "#modules/caps/refuse-reported-revenue.ts";
import type { FieldReference } from "#modules/references/require-in-service.ts";
import { requireNoDialConversion } from "#modules/targets/require-no-dial-conversion.ts";
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

const requireRingable = async (
  tx: AccountTransaction,
  { before, path }: Found<TargetGroup, string, TargetGroupPatch>,
): Promise<void> => {
  const members = await selectMembers(tx, before.id);
  requireNoDialConversion(members.map(({ target }) => ({ target, path: `${path}.strategy` })));
};

export const changeTargetGroups = async (
  tx: AccountTransaction,
  items: readonly BulkItem<string, UpdateTargetGroup>[],
) => {
  const changed = await changeItems(tx, targetGroupStore, {
    action: "update",
    items,
    check: async (found) => {
      const references: FieldReference<string>[] = [];
      for (const each of found) {
        references.push(...(await listMembers(tx, each)));
        if (each.patch.strategy === "simultaneous") await requireRingable(tx, each);
      }
      await requireTargets(tx, references);
    },
  });
  await refuseReportedChanges(tx, items, ["caps", "status"]);
  return changed;
};
