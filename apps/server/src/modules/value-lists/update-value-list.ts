import type { UpdateValueList, ValueList } from "@ccp/contract";
import { toSingleItem } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { changeItems, toOnly } from "#modules/audit/change-items.ts";
import { requireListRoom } from "./require-list-room.ts";
import { valueListStore } from "./value-lists.store.ts";

export const updateValueList = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string; patch: UpdateValueList }>): Promise<ValueList> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const changed = await changeItems(tx, valueListStore, { action: "update", items: [toSingleItem(input)] });
    await requireListRoom(tx);
    return toOnly(changed);
  });
