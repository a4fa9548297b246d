import type { Target, UpdateTarget } from "@ccp/contract";
import { toBulkItems } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { changeTargets } from "./change-targets.ts";

/** All of the changes or none. */
export const updateTargets = async ({
  pools,
  ctx,
  input,
}: Verb<{ items: { id: string; patch: UpdateTarget }[] }>): Promise<{ items: Target[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) => changeTargets(tx, toBulkItems(input.items))),
});
