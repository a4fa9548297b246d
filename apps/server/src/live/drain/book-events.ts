import {
  type Adjusted,
  type CallEvent,
  type CallState,
  foldCall,
  type LedgerTransfer,
  settle,
  sumAdjustments,
  toPostings,
} from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { toLine } from "#live/journal/to-line.ts";
import { type BookedCall, loadBookedCalls } from "./booked-calls.ts";
import { leaveOutRemoved, listNumberIds } from "./leave-out-removed.ts";
import { lockAccount, writeBooked } from "./statements.ts";
import { toJsonbList } from "./to-jsonb-list.ts";
import { toAgentCallRows, toCallRow, toTransferRow } from "./to-rows.ts";

/** What a call's events amount to cannot be told: an event has not the shape that the engine knows. */
export class UnbookableError extends Error {}

/**
 * What is at hand of a call's events: their JSON in lists of those that were recorded together, and the call that they
 * amount to, where it is known; `events` is how many they are in all.
 */
export type ToldCall = { lines: Buffer[]; events: number; opened: CallState | undefined };

/** By call; of a call that is left out everything is made anew. */
export type ToldCalls = ReadonlyMap<string, ToldCall>;

/** A call that changes, with what is to be added to its events, as lists of JSON, and to its ledger. */
type Change = {
  state: CallState;
  events: readonly Buffer[];
  transfers: LedgerTransfer[];
  adjusted: Adjusted;
};

const unadjusted: Adjusted = { revenueMicros: 0n, payoutMicros: 0n };

const groupByCall = (events: readonly CallEvent[]): Map<string, CallEvent[]> => {
  const groups = new Map<string, CallEvent[]>();
  for (const event of events) {
    const group = groups.get(event.callId);
    if (group === undefined) groups.set(event.callId, [event]);
    else group.push(event);
  }
  return groups;
};

/** Some of the told events as lists of JSON: the lines they came in, where those hold the same. */
const toLines = (added: readonly CallEvent[], told: number, known: ToldCall | undefined): readonly Buffer[] =>
  known !== undefined && known.events === told && added.length === told ? known.lines : [toLine(added)];

const listDesired = (state: CallState): LedgerTransfer[] => (state.arrived === null ? [] : settle(state));

/** What changes when nothing of the call is booked; else see `toChange`. */
const toFirstChange = (told: readonly CallEvent[], known: ToldCall | undefined): Change => {
  const state = (known?.events === told.length ? known.opened : undefined) ?? foldCall(told);
  const transfers = toPostings({ desired: listDesired(state), booked: [] });
  return { state, events: toLines(state.events, told.length, known), transfers, adjusted: unadjusted };
};

/** Undefined when everything is booked already. What was told first stands: later tellings of a fact say nothing new. */
const toChange = (
  told: readonly CallEvent[],
  booked: BookedCall,
  atHand: ToldCall | undefined,
): Change | undefined => {
  const known = new Map(booked.events.map((event) => [event.key, event]));
  const fresh = told.filter(({ key }) => !known.has(key));
  if (fresh.length === 0) return undefined;
  const state = foldCall([...known.values(), ...fresh]);
  const added = state.events.filter(({ key }) => !known.has(key));
  const transfers = toPostings({ desired: listDesired(state), booked: booked.transfers });
  const adjusted = sumAdjustments(booked.transfers);
  return { state, events: toLines(added, told.length, atHand), transfers, adjusted };
};

const toWriteValues = (accountId: string, changes: readonly Change[]): unknown[] => {
  const calls = changes.flatMap(({ state, adjusted }) =>
    state.arrived === null ? [] : [toCallRow(state, state.arrived, adjusted)],
  );
  const transfers = changes.flatMap(({ state, transfers }) =>
    transfers.map((transfer) => toTransferRow(transfer, state)),
  );
  const events = toJsonbList(changes.flatMap((change) => change.events));
  const agentCalls = changes.flatMap(({ state }) => (state.arrived === null ? [] : toAgentCallRows(state)));
  return [accountId, events, JSON.stringify(calls), JSON.stringify(transfers), JSON.stringify(agentCalls)];
};

/** What throws here is an event's own fault. */
const orUnbookable = <Result>(work: () => Result): Result => {
  try {
    return work();
  } catch (cause) {
    throw new UnbookableError(`The call cannot be folded: ${String(cause)}`, { cause });
  }
};

const prepare = (
  accountId: string,
  { events, atHand }: { events: ReadonlyMap<string, CallEvent[]>; atHand: ToldCalls | undefined },
  booked: ReadonlyMap<string, BookedCall>,
): unknown[] | undefined => {
  const changes = [...events].flatMap(([callId, told]) => {
    const known = booked.get(callId);
    const given = atHand?.get(callId);
    return (known === undefined ? toFirstChange(told, given) : toChange(told, known, given)) ?? [];
  });
  return changes.length === 0 ? undefined : toWriteValues(accountId, changes);
};

/**
 * Books events of one account: stores them, brings their calls and the ledger to what all stored events amount to,
 * and gives one notice. Repeating it changes nothing. A call has no row before its arrival is known, and none any more
 * when it was taken away with its demonstration.
 */
export const bookEvents = async (
  tx: AccountTransaction,
  events: readonly CallEvent[],
  atHand?: ToldCalls,
): Promise<void> => {
  const calls = groupByCall(events);
  await tx.query(lockAccount, [tx.accountId]);
  const asked = { callIds: [...calls.keys()], numberIds: orUnbookable(() => listNumberIds(events)) };
  const { calls: booked, tombstones } = await loadBookedCalls(tx, asked);
  const kept = await leaveOutRemoved(tx, calls, tombstones);
  const values = orUnbookable(() => prepare(tx.accountId, { events: kept, atHand }, booked));
  if (values !== undefined) await tx.query(writeBooked, values);
};
