import type { AccountTransaction } from "#db/transaction.ts";
import { type FieldReference, requireInService } from "#modules/references/require-in-service.ts";
import { readPlans } from "./plans.store.ts";

/** Refuses references to plans that are absent, somebody else's or archived. */
export const requirePlans = (
  tx: AccountTransaction,
  references: readonly FieldReference<string>[],
): Promise<void> => requireInService("plan", references, (ids) => readPlans(tx, ids));
