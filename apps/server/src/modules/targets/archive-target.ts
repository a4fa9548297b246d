import type { Target } from "@ccp/contract";
import { inUse } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getTargetRow, selectCampaignNames, writeTarget } from "./targets.store.ts";

export const archiveTarget = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<Target> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const before = await getTargetRow(tx, input.id);
    const users = await selectCampaignNames(tx, input.id);
    if (users.length > 0) throw inUse("Take this target out of these campaigns first.", users);
    await writeTarget(tx, input.id, { status: "archived" });
    const after = await getTargetRow(tx, input.id);
    return {
      result: after,
      change: { action: "archive", noun: "target", nounId: input.id, before, after, book: true },
    };
  });
