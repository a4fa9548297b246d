import {
  type CallEvent,
  type CallState,
  foldCall,
  type LedgerTransfer,
  settle,
  toPostings,
} from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { type BookedCall, loadBookedCalls } from "./booked-calls.ts";
import { lockAccount, writeBooked } from "./statements.ts";
import { toCallRow, toTransferRow } from "./to-rows.ts";

/** What a call's events amount to cannot be told: an event has not the shape that the engine knows. */
export class UnbookableError extends Error {}

/** A call that changes, with what is to be added to its events and its ledger. */
type Change = { state: CallState; events: CallEvent[]; transfers: LedgerTransfer[] };

const groupByCall = (events: readonly CallEvent[]): Map<string, CallEvent[]> => {
  const groups = new Map<string, CallEvent[]>();
  for (const event of events) {
    const group = groups.get(event.callId);
    if (group === undefined) groups.set(event.callId, [event]);
    else group.push(event);
  }
  return groups;
};

/** Undefined when everything is booked already. What was told first stands: later tellings of a fact say nothing new. */
const toChange = (events: readonly CallEvent[], booked: BookedCall | undefined): Change | undefined => {
  const known = new Map(booked?.events.map((event) => [event.key, event]));
  const fresh = events.filter(({ key }) => !known.has(key));
  if (fresh.length === 0) return undefined;
  const state = foldCall([...known.values(), ...fresh]);
  const added = state.events.filter(({ key }) => !known.has(key));
  const desired = state.arrived === null ? [] : settle(state);
  return { state, events: added, transfers: toPostings({ desired, booked: booked?.transfers ?? [] }) };
};

const toWriteValues = (accountId: string, changes: readonly Change[]): unknown[] => {
  const calls = changes.flatMap(({ state }) =>
    state.arrived === null ? [] : [toCallRow(state, state.arrived)],
  );
  const transfers = changes.flatMap(({ state, transfers }) =>
    transfers.map((transfer) => toTransferRow(transfer, state)),
  );
  const documents = [changes.flatMap(({ events }) => events), calls, transfers];
  return [accountId, ...documents.map((document) => JSON.stringify(document))];
};

const prepare = (
  accountId: string,
  events: ReadonlyMap<string, CallEvent[]>,
  booked: ReadonlyMap<string, BookedCall>,
): unknown[] | undefined => {
  try {
    const changes = [...events].flatMap(([callId, told]) => toChange(told, booked.get(callId)) ?? []);
    return changes.length === 0 ? undefined : toWriteValues(accountId, changes);
  } catch (cause) {
    throw new UnbookableError(`The call cannot be folded: ${String(cause)}`, { cause });
  }
};

/**
 * Books events of one account: stores them, brings their calls and the ledger to what all stored events amount to,
 * and gives one notice. Repeating it changes nothing. A call has no row before its arrival is known.
 */
export const bookEvents = async (tx: AccountTransaction, events: readonly CallEvent[]): Promise<void> => {
  const calls = groupByCall(events);
  await tx.query(lockAccount, [tx.accountId]);
  const booked = await loadBookedCalls(tx, [...calls.keys()]);
  const values = prepare(tx.accountId, calls, booked);
  if (values !== undefined) await tx.query(writeBooked, values);
};
