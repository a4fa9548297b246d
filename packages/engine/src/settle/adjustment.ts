import { MARGIN, toPartyAccount, type Party } from "./party.ts";
import { toReversal } from "./postings.ts";
import type { LedgerTransfer } from "./settle.ts";

/** A correction of what one party owes or is owed for one call, agreed upon by people. */
export type Adjustment = {
  id: number;
  callId: string;
  party: Party;
  /** Signed and not zero: what the party's amount becomes more or, with a minus, less by. */
  amountMicros: bigint;
  currency: string;
};

/** The transfer that an approved adjustment books; a negative amount goes the other way. */
export const toAdjustmentTransfer = (adjustment: Adjustment): LedgerTransfer => {
  const { id, callId, party, amountMicros, currency } = adjustment;
  const account = toPartyAccount(party);
  const isDebited = (party.kind === "buyer") === amountMicros > 0n;
  return {
    key: `call:${callId}:adjustment:${id}`,
    kind: "adjustment",
    callId,
    debit: isDebited ? account : MARGIN,
    credit: isDebited ? MARGIN : account,
    amountMicros: amountMicros > 0n ? amountMicros : -amountMicros,
    currency,
    reversesKey: null,
  };
};

/** What takes an approved adjustment back. */
export const toAdjustmentReversal = (adjustment: Adjustment): LedgerTransfer =>
  toReversal(toAdjustmentTransfer(adjustment));

/** What adjustments, in force or taken back, come to. */
export type Adjusted = { revenueMicros: bigint; payoutMicros: bigint };

const isOfBuyer = (account: string): boolean => account.startsWith("buyer:");

/** What the adjustments among a call's transfers add to its revenue and its payout; both may be negative. */
export const sumAdjustments = (transfers: readonly LedgerTransfer[]): Adjusted => {
  let revenueMicros = 0n;
  let payoutMicros = 0n;
  for (const { kind, debit, credit, amountMicros } of transfers) {
    if (kind !== "adjustment") continue;
    if (isOfBuyer(debit)) revenueMicros += amountMicros;
    else if (isOfBuyer(credit)) revenueMicros -= amountMicros;
    else payoutMicros += credit === MARGIN ? -amountMicros : amountMicros;
  }
  return { revenueMicros, payoutMicros };
};
