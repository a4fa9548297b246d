import type { CreateValueList, ValueList } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { readValues } from "./read-values.ts";
import { requireListRoom } from "./require-list-room.ts";
import { getValueListRow, insertValueList } from "./value-lists.store.ts";

export const createValueList = async ({ pools, ctx, input }: Verb<CreateValueList>): Promise<ValueList> => {
  const values = await readValues(input.text);
  return changeAccount({ pools, ctx }, async (tx) => {
    const after = await getValueListRow(tx, await insertValueList(tx, { name: input.name, values }));
    await requireListRoom(tx);
    return {
      result: after,
      change: { action: "create", noun: "value-list", nounId: after.id, before: null, after, book: true },
    };
  });
};
