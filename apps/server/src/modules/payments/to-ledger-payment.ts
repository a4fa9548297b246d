import type { Payment } from "@ccp/contract";
import { type Payment as LedgerPayment, toMicros } from "@ccp/engine";

/** A payment as the ledger books it. */
export const toLedgerPayment = ({
  id,
  buyer,
  publisher,
  amountMicros,
  currency,
}: Payment): LedgerPayment => ({
  id,
  party: buyer === null ? { kind: "publisher", id: publisher?.id ?? "" } : { kind: "buyer", id: buyer.id },
  amountMicros: toMicros(amountMicros),
  currency,
});
