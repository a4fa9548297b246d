import type { AccountTransaction } from "#db/transaction.ts";
import { type FieldReference, requireInService } from "#modules/references/require-in-service.ts";
import { readAgentGroups } from "./agent-groups.store.ts";

/** Refuses references to agent groups that are absent, somebody else's or archived. */
export const requireAgentGroups = (
  tx: AccountTransaction,
  references: readonly FieldReference<string>[],
): Promise<void> => requireInService("agent group", references, (ids) => readAgentGroups(tx, ids));
