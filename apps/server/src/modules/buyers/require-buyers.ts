import type { AccountTransaction } from "#db/transaction.ts";
import { type FieldReference, requireInService } from "#modules/references/require-in-service.ts";
import { readBuyers } from "./buyers.store.ts";

/** Refuses references to buyers that are absent, somebody else's or archived. */
export const requireBuyers = (
  tx: AccountTransaction,
  references: readonly FieldReference<number>[],
): Promise<void> => requireInService("buyer", references, (ids) => readBuyers(tx, ids));
