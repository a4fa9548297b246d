import type { TargetGroup, UpdateTargetGroup } from "@ccp/contract";
import { toBulkItems } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { changeTargetGroups } from "./change-target-groups.ts";

/** All of the changes or none. */
export const updateTargetGroups = async ({
  pools,
  ctx,
  input,
}: Verb<{ items: { id: string; patch: UpdateTargetGroup }[] }>): Promise<{ items: TargetGroup[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) => changeTargetGroups(tx, toBulkItems(input.items))),
});
