import type { NumberResource, UpdateNumber } from "@ccp/contract";
import { toBulkItems } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { changeNumbers } from "./change-numbers.ts";

/** All of the changes or none. */
export const updateNumbers = async ({
  pools,
  ctx,
  input,
}: Verb<{ items: { id: number; patch: UpdateNumber }[] }>): Promise<{ items: NumberResource[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) => changeNumbers(tx, toBulkItems(input.items))),
});
