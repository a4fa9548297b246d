import type { CreateTargetGroup, TargetGroup } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getTargetGroupRow, insertTargetGroup } from "./target-groups.store.ts";

export const createTargetGroup = ({ pools, ctx, input }: Verb<CreateTargetGroup>): Promise<TargetGroup> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const id = await insertTargetGroup(tx, input);
    const after = await getTargetGroupRow(tx, id);
    return {
      result: after,
      change: { action: "create", noun: "target-group", nounId: id, before: null, after, book: true },
    };
  });
