import type { Publisher } from "@ccp/contract";
import { toSingleArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { archiveItems } from "#modules/references/archive-items.ts";
import { publisherStore } from "./publishers.store.ts";

export const archivePublisher = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<Publisher> =>
  changeAccount({ pools, ctx }, async (tx) =>
    toOnly(await archiveItems(tx, publisherStore, [toSingleArchive(input)])),
  );
