import type { CallEvent, CallFact, LedgerTransfer } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { loadBooked } from "./statements.ts";

/** What PostgreSQL holds of a call. */
export type BookedCall = { events: CallEvent[]; transfers: LedgerTransfer[] };

type StoredTransfer = Omit<LedgerTransfer, "key" | "callId" | "amountMicros"> & { amountMicros: string };

/** The calls, and `noun:id` of each call and number that was taken away. */
export type Booked = { calls: ReadonlyMap<string, BookedCall>; tombstones: ReadonlySet<string> };

type BookedRow = { call_id: string; key: string } & (
  | { kind: "tombstone" }
  | { kind: "event"; at: number; content: CallFact }
  | { kind: "transfer"; at: number; content: StoredTransfer }
);

/** The calls among these that PostgreSQL has events or transfers of. */
export const loadBookedCalls = async (
  tx: AccountTransaction,
  { callIds, numberIds }: { callIds: readonly string[]; numberIds: readonly number[] },
): Promise<Booked> => {
  const lists = [callIds, numberIds].map((ids) => `{${ids.join(",")}}`);
  const { rows } = await tx.query<BookedRow>(loadBooked, [tx.accountId, ...lists]);
  const calls = new Map<string, BookedCall>();
  const tombstones = new Set<string>();
  for (const row of rows) {
    if (row.kind === "tombstone") {
      tombstones.add(row.key);
      continue;
    }
    const { call_id: callId, key } = row;
    const call = calls.get(callId) ?? { events: [], transfers: [] };
    calls.set(callId, call);
    if (row.kind === "event") {
      call.events.push({ key, accountId: tx.accountId, callId, at: row.at, fact: row.content });
    } else {
      call.transfers.push({ ...row.content, key, callId, amountMicros: BigInt(row.content.amountMicros) });
    }
  }
  return { calls, tombstones };
};
