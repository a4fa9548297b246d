import type { CallEvent, CallFact } from "@ccp/engine";
import { and, eq, inArray } from "drizzle-orm";
import { auditLog } from "#db/schema/accounts.ts";
import { callEvents } from "#db/schema/calls.ts";
import { agents } from "#db/schema/agents.ts";
import { buyers, targets } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";

/** The calls' stored events by call, in no particular order. */
export const selectCallEvents = async (
  tx: AccountTransaction,
  callIds: readonly string[],
): Promise<Map<string, CallEvent[]>> => {
  const events = new Map<string, CallEvent[]>();
  if (callIds.length === 0) return events;
  const rows = await tx.db
    .select({ callId: callEvents.callId, key: callEvents.key, at: callEvents.at, fact: callEvents.fact })
    .from(callEvents)
    .where(and(eq(callEvents.accountId, tx.accountId), inArray(callEvents.callId, [...callIds])));
  for (const { callId, key, at, fact } of rows) {
    const told = events.get(callId) ?? [];
    // Written by the drain from the journal's own events, never from outside.
    told.push({ key, accountId: tx.accountId, callId, at: at.getTime(), fact: fact as CallFact });
    events.set(callId, told);
  }
  return events;
};

/** Which of the calls somebody had the carrier end. */
export const selectHungUp = async (
  tx: AccountTransaction,
  callIds: readonly string[],
): Promise<Set<string>> => {
  if (callIds.length === 0) return new Set();
  const rows = await tx.db
    .select({ callId: auditLog.nounId })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.accountId, tx.accountId),
        eq(auditLog.noun, "call"),
        eq(auditLog.action, "hang-up"),
        inArray(auditLog.nounId, [...callIds]),
      ),
    );
  return new Set(rows.map(({ callId }) => callId));
};

/** Today's names of targets, agents and buyers, by id; an agent stands where a target does. */
export const selectNames = async (
  tx: AccountTransaction,
  ids: { targetIds: string[]; buyerIds: number[] },
): Promise<{ targets: Map<string, string>; buyers: Map<number, string> }> => {
  const targetRows = await tx.db
    .select({ id: targets.id, name: targets.name })
    .from(targets)
    .where(and(eq(targets.accountId, tx.accountId), inArray(targets.id, ids.targetIds)));
  const agentRows = await tx.db
    .select({ id: agents.id, name: agents.name })
    .from(agents)
    .where(and(eq(agents.accountId, tx.accountId), inArray(agents.id, ids.targetIds)));
  const buyerRows = await tx.db
    .select({ id: buyers.id, name: buyers.name })
    .from(buyers)
    .where(and(eq(buyers.accountId, tx.accountId), inArray(buyers.id, ids.buyerIds)));
  return {
    targets: new Map([...targetRows, ...agentRows].map(({ id, name }) => [id, name])),
    buyers: new Map(buyerRows.map(({ id, name }) => [id, name])),
  };
};
