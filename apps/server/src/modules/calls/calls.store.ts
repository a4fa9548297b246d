import type { CallEvent, CallFact } from "@ccp/engine";
import { and, eq, inArray } from "drizzle-orm";
import { callEvents } from "#db/schema/calls.ts";
import { buyers, targets } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";

/** The call's stored events, in no particular order. */
export const selectCallEvents = async (tx: AccountTransaction, callId: string): Promise<CallEvent[]> => {
  const rows = await tx.db
    .select({ key: callEvents.key, at: callEvents.at, fact: callEvents.fact })
    .from(callEvents)
    .where(and(eq(callEvents.accountId, tx.accountId), eq(callEvents.callId, callId)));
  return rows.map(({ key, at, fact }) => ({
    key,
    accountId: tx.accountId,
    callId,
    at: at.getTime(),
    // Written by the drain from the journal's own events, never from outside.
    fact: fact as CallFact,
  }));
};

/** Today's names of targets and buyers, by id. */
export const selectNames = async (
  tx: AccountTransaction,
  ids: { targetIds: string[]; buyerIds: number[] },
): Promise<{ targets: Map<string, string>; buyers: Map<number, string> }> => {
  const targetRows = await tx.db
    .select({ id: targets.id, name: targets.name })
    .from(targets)
    .where(and(eq(targets.accountId, tx.accountId), inArray(targets.id, ids.targetIds)));
  const buyerRows = await tx.db
    .select({ id: buyers.id, name: buyers.name })
    .from(buyers)
    .where(and(eq(buyers.accountId, tx.accountId), inArray(buyers.id, ids.buyerIds)));
  return {
    targets: new Map(targetRows.map(({ id, name }) => [id, name])),
    buyers: new Map(buyerRows.map(({ id, name }) => [id, name])),
  };
};
