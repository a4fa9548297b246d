import type { AccountTransaction } from "#db/transaction.ts";

/** A transfer as it is kept; money moves from the debit to the credit account. */
export type BookedTransfer = {
  key: string;
  txnId: string;
  kind: string;
  callId: string | null;
  debit: string;
  credit: string;
  amountMicros: bigint;
  currency: string;
  reversesKey: string | null;
  effectiveAt: Date;
};

type TransferRow = {
  idempotency_key: string;
  txn_id: string;
  kind: string;
  call_id: string | null;
  debit: string;
  credit: string;
  amount_micros: string;
  currency: string;
  reverses_key: string | null;
  effective_at: Date;
};

/** All transfers of these calls, reversed ones and reversals included, in the order in which they were booked. */
export const listTransfers = async (
  tx: AccountTransaction,
  callIds: readonly string[],
): Promise<BookedTransfer[]> => {
  const { rows } = await tx.query<TransferRow>(
    `select idempotency_key, txn_id, kind, call_id, debit, credit, amount_micros, currency, reverses_key, effective_at
     from ledger_transfers where account_id = $1 and call_id = any ($2::uuid[]) order by id`,
    [tx.accountId, callIds],
  );
  return rows.map((row) => ({
    key: row.idempotency_key,
    txnId: row.txn_id,
    kind: row.kind,
    callId: row.call_id,
    debit: row.debit,
    credit: row.credit,
    amountMicros: BigInt(row.amount_micros),
    currency: row.currency,
    reversesKey: row.reverses_key,
    effectiveAt: row.effective_at,
  }));
};
