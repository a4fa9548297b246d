import { toPaymentTransfer } from "@ccp/engine";
import { sql } from "drizzle-orm";
import { payments } from "#db/schema/money.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { getAccountRow } from "#modules/accounts/get-account.ts";
import { bookPayment } from "#modules/ledger/book-payment.ts";
import { demoBuyers } from "./demo-buyers.ts";

/** What the demo's buyers who pay in advance have paid. */
export const insertDemoPayments = async (
  tx: AccountTransaction,
  buyerIds: ReadonlyMap<string, number>,
): Promise<void> => {
  const { currency } = await getAccountRow(tx);
  for (const { name, prepaid } of demoBuyers) {
    const buyerId = buyerIds.get(name);
    if (prepaid === undefined || buyerId === undefined) continue;
    const amountMicros = prepaid.paidMicros;
    const [made] = await tx.db
      .insert(payments)
      .values({
        accountId: tx.accountId,
        buyerId,
        amountMicros,
        currency,
        paidOn: sql`current_date`,
        reference: "Wire 1001",
        note: "First deposit",
        idempotencyKey: `demo:${buyerId}`,
        status: "recorded",
        recordedBy: "Demo",
      })
      .returning({ id: payments.id, createdAt: payments.createdAt });
    if (made === undefined) throw new Error("The insert gave no row.");
    const party = { kind: "buyer", id: buyerId } as const;
    const transfer = toPaymentTransfer({ id: made.id, party, amountMicros, currency });
    await bookPayment(tx, transfer, made.createdAt.getTime());
  }
};
