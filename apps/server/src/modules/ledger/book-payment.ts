import type { PaymentTransfer } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { lockAccount } from "#live/drain/statements.ts";
import { toLedgerRow } from "#live/drain/to-rows.ts";
import { insertTransfer } from "./ledger.store.ts";

/**
 * Books a payment or its taking back, alone among all that book for the account, and tells whoever follows the ledger.
 * The money counts from `effectiveAt` (epoch ms).
 */
export const bookPayment = async (
  tx: AccountTransaction,
  transfer: PaymentTransfer,
  effectiveAt: number,
): Promise<void> => {
  await tx.query(lockAccount, [tx.accountId]);
  await insertTransfer(tx, toLedgerRow(transfer, effectiveAt));
  await tx.query("select pg_notify('booked', json_build_object('accountId', $1::uuid)::text)", [
    tx.accountId,
  ]);
};
