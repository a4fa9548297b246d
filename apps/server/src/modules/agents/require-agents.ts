import type { AccountTransaction } from "#db/transaction.ts";
import { type FieldReference, requireInService } from "#modules/references/require-in-service.ts";
import { readAgents } from "./agents.store.ts";

/** Refuses references to agents that are absent, somebody else's or archived. */
export const requireAgents = (
  tx: AccountTransaction,
  references: readonly FieldReference<string>[],
): Promise<void> => requireInService("agent", references, (ids) => readAgents(tx, ids));
