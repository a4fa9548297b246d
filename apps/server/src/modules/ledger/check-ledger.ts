import { type Adjustment, type CallEvent, foldCall, settle, toAdjustmentTransfer } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { type BookedTransfer, listTransfers } from "./list-transfers.ts";
import { listCallIds, selectAdjustments, selectEvents, selectPaymentFaults } from "./ledger.store.ts";

/** A call whose ledger says something else than its events, or a payment, by its key. */
export type LedgerFault = { callId: string; expected: string; booked: string };

const callsAtOnce = 500;

type Movement = { debit: string; credit: string; currency: string; amountMicros: bigint };

/** What each ledger account nets to, as a text that can be compared. */
const toNet = (movements: readonly Movement[]): string => {
  const net = new Map<string, bigint>();
  const add = (account: string, micros: bigint) => net.set(account, (net.get(account) ?? 0n) + micros);
  for (const { debit, credit, currency, amountMicros } of movements) {
    add(`${credit} ${currency}`, amountMicros);
    add(`${debit} ${currency}`, -amountMicros);
  }
  const lines = [...net]
    .filter(([, micros]) => micros !== 0n)
    .map(([account, micros]) => `${account} ${micros}`);
  return lines.sort().join(", ");
};

const groupByCall = <Item extends { callId: string | null }>(items: readonly Item[]): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.callId ?? "") ?? [];
    group.push(item);
    groups.set(item.callId ?? "", group);
  }
  return groups;
};

const toExpected = (events: readonly CallEvent[], adjustments: readonly Adjustment[]): Movement[] => {
  const state = foldCall(events);
  const adjusted = adjustments.map(toAdjustmentTransfer);
  return state.arrived === null ? adjusted : [...settle(state), ...adjusted];
};

/**
 * Compares, call by call, what the account's ledger holds with what the calls' events amount to, from zero, and with the
 * adjustments that are in force; and each payment with its transfers.
 * Empty when every account of every call nets to the micro.
 */
export const checkLedger = async (tx: AccountTransaction): Promise<LedgerFault[]> => {
  const faults: LedgerFault[] = [];
  let after: string | null = null;
  for (;;) {
    const callIds: string[] = await listCallIds(tx, after, callsAtOnce);
    const events = groupByCall(await selectEvents(tx, callIds));
    const transfers: Map<string, BookedTransfer[]> = groupByCall(await listTransfers(tx, callIds));
    const adjustments = groupByCall(await selectAdjustments(tx, callIds));
    for (const callId of callIds) {
      const expected = toNet(toExpected(events.get(callId) ?? [], adjustments.get(callId) ?? []));
      const booked = toNet(transfers.get(callId) ?? []);
      if (expected !== booked) faults.push({ callId, expected, booked });
    }
    after = callIds.at(-1) ?? null;
    if (after !== null) continue;
    const payments = await selectPaymentFaults(tx);
    return [...faults, ...payments.map(({ key, ...amounts }) => ({ callId: key, ...amounts }))];
  }
};
