import type { Publisher } from "@ccp/contract";
import { toBulkArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { archiveItems } from "#modules/references/archive-items.ts";
import { publisherStore } from "./publishers.store.ts";

/** All of them or none. */
export const archivePublishers = async ({
  pools,
  ctx,
  input,
}: Verb<{ ids: string[] }>): Promise<{ items: Publisher[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) =>
    archiveItems(tx, publisherStore, toBulkArchive(input.ids)),
  ),
});
