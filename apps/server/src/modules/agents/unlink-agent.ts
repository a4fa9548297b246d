import type { AccountTransaction } from "#db/transaction.ts";
import { toSingleItem } from "#http/bulk-item.ts";
import type { Change } from "#modules/audit/record-change.ts";
import { findAgentIdOf } from "./agents.store.ts";
import { changeAgents } from "./change-agents.ts";

/** Parts the agent from a user who goes, for another to take its place; nothing changes where the user is none. */
export const unlinkAgent = async (tx: AccountTransaction, userId: number): Promise<Change[]> => {
  const id = await findAgentIdOf(tx, userId);
  if (id === undefined) return [];
  return (await changeAgents(tx, [toSingleItem({ id, patch: { userId: null } })])).change;
};
