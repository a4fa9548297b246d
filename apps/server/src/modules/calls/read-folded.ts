import type { CallSummary } from "@ccp/contract";
import { type CallState, emptyCall, foldCall } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { selectCallEvents, selectHungUp } from "./calls.store.ts";
import type { CallRow } from "./calls.views.ts";
import { toCallSummary } from "./to-call-summary.ts";

export type FoldedCall = { call: CallSummary; state: CallState };

/** What calls' events amount to, by call. */
export const readStates = async (
  tx: AccountTransaction,
  ids: readonly string[],
): Promise<Map<string, CallState>> => {
  const events = await selectCallEvents(tx, ids);
  return new Map([...events].map(([id, told]) => [id, foldCall(told)]));
};

/** Listed calls with what only their events tell: two statements, however many calls. */
export const readFolded = async (tx: AccountTransaction, rows: readonly CallRow[]): Promise<FoldedCall[]> => {
  const ids = rows.map(({ id }) => id);
  const states = await readStates(tx, ids);
  const hungUp = await selectHungUp(tx, ids);
  return rows.map((row) => {
    const state = states.get(row.id) ?? emptyCall(row.id, tx.accountId);
    return { call: toCallSummary(row, state, hungUp.has(row.id)), state };
  });
};
