import type { GroupMember, PutTargetGroupMembers, TargetGroupMembers } from "@ccp/contract";
import { requireVersion } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { refuseReportedRevenue } from "#modules/caps/refuse-reported-revenue.ts";
import { requireNoDialConversion } from "#modules/targets/require-no-dial-conversion.ts";
import { requireTargets } from "#modules/targets/require-targets.ts";
import { replaceMembers, selectMembers } from "./members.store.ts";
import { getTargetGroupRow, writeTargetGroup } from "./target-groups.store.ts";

/** What the group itself says, without how its targets stand. */
const toAudited = (name: string, members: readonly GroupMember[]) => ({
  name,
  members: members.map(({ target: { id, name: called }, weight, enabled }) => ({
    target: { id, name: called },
    weight,
    enabled,
  })),
});

export const putTargetGroupMembers = ({
  pools,
  ctx,
  input: { id, version, items },
}: Verb<{ id: string } & PutTargetGroupMembers>): Promise<TargetGroupMembers> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const group = await getTargetGroupRow(tx, id);
    requireVersion(group.version, version, "body");
    await requireTargets(
      tx,
      items.map(({ targetId }, index) => ({ id: targetId, path: `body.items.${index}.targetId` })),
    );
    const before = await selectMembers(tx, id);
    await replaceMembers(tx, id, items);
    await writeTargetGroup(tx, [id], {});
    await refuseReportedRevenue(tx, "body.items");
    const after = await selectMembers(tx, id);
    if (group.strategy === "simultaneous") {
      requireNoDialConversion(
        after.map(({ target }, index) => ({ target, path: `body.items.${index}.targetId` })),
      );
    }
    return {
      result: { items: after, version: group.version + 1 },
      change: {
        action: "put-members",
        noun: "target-group",
        nounId: id,
        before: toAudited(group.name, before),
        after: toAudited(group.name, after),
        book: true,
      },
    };
  });
