import { toPartyAccount, type Party } from "./party.ts";

/** The ledger account of the money that came in and went out. */
const CASH = "cash";

/** Money that a buyer paid to us, or that we paid to a publisher. */
export type Payment = {
  id: number;
  party: Party;
  /** Above zero. */
  amountMicros: bigint;
  currency: string;
};

/** A ledger row that belongs to no call. */
export type PaymentTransfer = {
  key: string;
  kind: "payment";
  callId: null;
  debit: string;
  credit: string;
  amountMicros: bigint;
  currency: string;
  reversesKey: string | null;
};

/**
 * The transfer that a payment books: a buyer's takes away from what the buyer owes, and is the balance of one who pays in
 * advance; a publisher's takes away from what the publisher is owed.
 */
export const toPaymentTransfer = ({ id, party, amountMicros, currency }: Payment): PaymentTransfer => {
  const account = toPartyAccount(party);
  const isIncoming = party.kind === "buyer";
  return {
    key: `payment:${id}`,
    kind: "payment",
    callId: null,
    debit: isIncoming ? CASH : account,
    credit: isIncoming ? account : CASH,
    amountMicros,
    currency,
    reversesKey: null,
  };
};

/** What takes a payment back. */
export const toPaymentReversal = (payment: Payment): PaymentTransfer => {
  const transfer = toPaymentTransfer(payment);
  return {
    ...transfer,
    key: `${transfer.key}:reversal`,
    debit: transfer.credit,
    credit: transfer.debit,
    reversesKey: transfer.key,
  };
};
