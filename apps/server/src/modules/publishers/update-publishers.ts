import type { Publisher, UpdatePublisher } from "@ccp/contract";
import { toBulkItems } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { changePublishers } from "./change-publishers.ts";

/** All of the changes or none. */
export const updatePublishers = async ({
  pools,
  ctx,
  input,
}: Verb<{ items: { id: string; patch: UpdatePublisher }[] }>): Promise<{ items: Publisher[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) => changePublishers(tx, toBulkItems(input.items))),
});
