import type { Adjustment } from "@ccp/contract";
import { type Adjustment as LedgerAdjustment, type Party, toMicros } from "@ccp/engine";

const toParty = ({ buyer, publisher }: Adjustment): Party => {
  if (buyer !== null) return { kind: "buyer", id: buyer.id };
  if (publisher !== null) return { kind: "publisher", id: publisher.id };
  throw new Error("An adjustment has no party.");
};

/** An adjustment as the ledger books it. */
export const toLedgerAdjustment = (adjustment: Adjustment): LedgerAdjustment => ({
  id: adjustment.id,
  callId: adjustment.callId,
  party: toParty(adjustment),
  amountMicros: toMicros(adjustment.amountMicros),
  currency: adjustment.currency,
});
