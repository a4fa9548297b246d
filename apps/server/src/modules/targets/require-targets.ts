import type { AccountTransaction } from "#db/transaction.ts";
import { type FieldReference, requireInService } from "#modules/references/require-in-service.ts";
import { readTargets } from "./targets.store.ts";

/** Refuses references to targets that are absent, somebody else's or archived. */
export const requireTargets = (
  tx: AccountTransaction,
  references: readonly FieldReference<string>[],
): Promise<void> => requireInService("target", references, (ids) => readTargets(tx, ids));
