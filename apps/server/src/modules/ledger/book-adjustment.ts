import { type Adjustment, type LedgerTransfer, type Party, toMoneyText, toPartyAccount } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import { lockAccount } from "#live/drain/statements.ts";
import { toLedgerRow } from "#live/drain/to-rows.ts";
import { insertTransfer, moveCallMoney } from "./ledger.store.ts";
import { type BookedTransfer, listTransfers } from "./list-transfers.ts";

/** What a party owes or is owed by these transfers. */
const sumOwed = (transfers: readonly BookedTransfer[], party: Party): bigint => {
  const account = toPartyAccount(party);
  const debited = transfers.reduce((sum, { debit, credit, amountMicros }) => {
    if (debit === account) return sum + amountMicros;
    return credit === account ? sum - amountMicros : sum;
  }, 0n);
  return party.kind === "buyer" ? debited : -debited;
};

/**
 * Books a transfer of an adjustment, and with it the money of the call's row, alone among all that book for the account.
 * Refused where the party's amount of the call would become negative: nobody is asked for money by the way of a call.
 */
export const bookAdjustment = async (
  tx: AccountTransaction,
  { callId, party, amountMicros, currency }: Adjustment,
  { transfer, now }: { transfer: LedgerTransfer; now: number },
): Promise<void> => {
  await tx.query(lockAccount, [tx.accountId]);
  const owed = sumOwed(await listTransfers(tx, [callId]), party);
  const more = transfer.reversesKey === null ? amountMicros : -amountMicros;
  if (more < 0n && owed + more < 0n) {
    const whose = party.kind === "buyer" ? "revenue" : "payout";
    const amounts = `it is ${toMoneyText(owed, currency)}, and ${toMoneyText(-more, currency)} would go`;
    throw new AppError("conflict", `The call's ${whose} would become less than nothing: ${amounts}.`);
  }
  await insertTransfer(tx, toLedgerRow(transfer, now));
  await moveCallMoney(tx, { callId, party: party.kind, micros: more });
};
