import type { Target, UpdateTarget } from "@ccp/contract";
import { toSingleItem } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { changeTargets } from "./change-targets.ts";

export const updateTarget = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string; patch: UpdateTarget }>): Promise<Target> =>
  changeAccount({ pools, ctx }, async (tx) => toOnly(await changeTargets(tx, [toSingleItem(input)])));
