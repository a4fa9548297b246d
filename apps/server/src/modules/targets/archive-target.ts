import type { Target } from "@ccp/contract";
import { toSingleArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { archiveItems } from "#modules/references/archive-items.ts";
import { targetStore } from "./targets.store.ts";

export const archiveTarget = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<Target> =>
  changeAccount({ pools, ctx }, async (tx) =>
    toOnly(await archiveItems(tx, targetStore, [toSingleArchive(input)])),
  );
