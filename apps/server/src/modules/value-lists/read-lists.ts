import { compileList, type CompiledList } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { readContents } from "./value-lists.store.ts";

/** Value lists ready for look-ups, by id; those that are absent or archived are left out. */
export const readLists = async (
  tx: AccountTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CompiledList>> => {
  if (ids.length === 0) return new Map();
  const rows = await readContents(tx, ids);
  return new Map(rows.map(({ id, content }) => [id, compileList(content.split("\n"))]));
};
