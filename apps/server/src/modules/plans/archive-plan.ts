import type { Plan } from "@ccp/contract";
import { toSingleArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { archiveItems } from "#modules/references/archive-items.ts";
import { planStore } from "./plans.store.ts";

export const archivePlan = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<Plan> =>
  changeAccount({ pools, ctx }, async (tx) =>
    toOnly(await archiveItems(tx, planStore, [toSingleArchive(input)])),
  );
