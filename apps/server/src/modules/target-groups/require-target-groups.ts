import type { AccountTransaction } from "#db/transaction.ts";
import { type FieldReference, requireInService } from "#modules/references/require-in-service.ts";
import { readTargetGroups } from "./target-groups.store.ts";

/** Refuses references to target groups that are absent, somebody else's or archived. */
export const requireTargetGroups = (
  tx: AccountTransaction,
  references: readonly FieldReference<string>[],
): Promise<void> => requireInService("target group", references, (ids) => readTargetGroups(tx, ids));
