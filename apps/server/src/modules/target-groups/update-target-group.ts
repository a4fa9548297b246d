import type { TargetGroup, UpdateTargetGroup } from "@ccp/contract";
import { toSingleItem } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { changeTargetGroups } from "./change-target-groups.ts";

export const updateTargetGroup = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string; patch: UpdateTargetGroup }>): Promise<TargetGroup> =>
  changeAccount({ pools, ctx }, async (tx) => toOnly(await changeTargetGroups(tx, [toSingleItem(input)])));
