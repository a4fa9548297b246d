import type { CallEvent, CallFact, LedgerTransfer } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { loadBooked } from "./statements.ts";

/** What PostgreSQL holds of a call. */
export type BookedCall = { events: CallEvent[]; transfers: LedgerTransfer[] };

type StoredTransfer = Omit<LedgerTransfer, "key" | "callId" | "amountMicros"> & { amountMicros: string };

type BookedRow = { call_id: string; key: string } & (
  | { kind: "event"; at: number; content: CallFact }
  | { kind: "transfer"; at: number; content: StoredTransfer }
);

/** The calls among these that PostgreSQL has events or transfers of. */
export const loadBookedCalls = async (
  tx: AccountTransaction,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, BookedCall>> => {
  const { rows } = await tx.query<BookedRow>(loadBooked, [tx.accountId, `{${callIds.join(",")}}`]);
  const calls = new Map<string, BookedCall>();
  for (const row of rows) {
    const { call_id: callId, key } = row;
    const call = calls.get(callId) ?? { events: [], transfers: [] };
    calls.set(callId, call);
    if (row.kind === "event") {
      call.events.push({ key, accountId: tx.accountId, callId, at: row.at, fact: row.content });
    } else {
      call.transfers.push({ ...row.content, key, callId, amountMicros: BigInt(row.content.amountMicros) });
    }
  }
  return calls;
};
