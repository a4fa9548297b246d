import type { Micros } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";

/** A ledger account's balance: what came in less what went out. A buyer's receivable is negative while money is owed. */
export type Balance = { account: string; currency: string; micros: Micros };

/** The account's balances, derived from its transfers each time. */
export const readBalances = async (tx: AccountTransaction): Promise<Balance[]> => {
  const { rows } = await tx.query<{ account: string; currency: string; micros: string }>(
    `select account, currency, sum(micros)::text as micros from (
       select credit as account, currency, amount_micros as micros from ledger_transfers where account_id = $1
       union all
       select debit, currency, -amount_micros from ledger_transfers where account_id = $1
     ) side group by account, currency order by account, currency`,
    [tx.accountId],
  );
  return rows.map((row) => ({ ...row, micros: BigInt(row.micros) }));
};
