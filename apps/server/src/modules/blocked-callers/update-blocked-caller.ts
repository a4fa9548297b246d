import type { BlockedCaller, UpdateBlockedCaller } from "@ccp/contract";
import { toSingleItem } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { changeItems, toOnly } from "#modules/audit/change-items.ts";
import { blockedCallerStore } from "./blocked-callers.store.ts";

export const updateBlockedCaller = ({
  pools,
  ctx,
  input,
}: Verb<{ id: number; patch: UpdateBlockedCaller }>): Promise<BlockedCaller> =>
  changeAccount({ pools, ctx }, async (tx) =>
    toOnly(await changeItems(tx, blockedCallerStore, { action: "update", items: [toSingleItem(input)] })),
  );
