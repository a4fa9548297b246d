import type { AccountTransaction } from "#db/transaction.ts";
import { type FieldReference, requireInService } from "#modules/references/require-in-service.ts";
import { readValueLists } from "./value-lists.store.ts";

/** Refuses references to lists that are absent, somebody else's or archived. */
export const requireValueLists = (
  tx: AccountTransaction,
  references: readonly FieldReference<string>[],
): Promise<void> => requireInService("value list", references, (ids) => readValueLists(tx, ids));
