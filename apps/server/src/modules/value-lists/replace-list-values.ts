import type { ReplaceListValues, ValueList } from "@ccp/contract";
import { requireVersion } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { readValues } from "./read-values.ts";
import { getValueListRow, writeListValues } from "./value-lists.store.ts";

/** Calls are held against the new values from the next book on; decisions of before keep what they found. */
export const replaceListValues = async ({
  pools,
  ctx,
  input: { id, text, version },
}: Verb<{ id: string } & ReplaceListValues>): Promise<ValueList> => {
  const values = await readValues(text);
  return changeAccount({ pools, ctx }, async (tx) => {
    const before = await getValueListRow(tx, id);
    requireVersion(before.version, version, "body");
    await writeListValues(tx, id, values);
    const after = await getValueListRow(tx, id);
    return {
      result: after,
      change: { action: "replace-values", noun: "value-list", nounId: id, before, after, book: true },
    };
  });
};
