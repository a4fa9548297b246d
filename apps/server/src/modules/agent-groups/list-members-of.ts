import type { ListedAgent } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { selectMembersOf } from "./members.store.ts";

/** The members of several groups by group, each group in its order. */
export const listMembersOf = (
  tx: AccountTransaction,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, ListedAgent[]>> =>
  groupIds.length === 0 ? Promise.resolve(new Map()) : selectMembersOf(tx, groupIds);
