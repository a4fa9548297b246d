import type { AccountTransaction } from "#db/transaction.ts";
import { type FieldReference, requireInService } from "#modules/references/require-in-service.ts";
import { readPublishers } from "./publishers.store.ts";

/** Refuses references to publishers that are absent, somebody else's or archived. */
export const requirePublishers = (
  tx: AccountTransaction,
  references: readonly FieldReference<string>[],
): Promise<void> => requireInService("publisher", references, (ids) => readPublishers(tx, ids));
