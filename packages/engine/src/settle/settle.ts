import { isBridged } from "#call/attempt.ts";
import { isRecovered } from "#call/recover.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { toMicros } from "#money.ts";
import { toRevenue } from "./revenue.ts";

/** A ledger row: money from one ledger account to another, never negative, never changed. */
export type LedgerTransfer = {
  /** Unique for ever; booking it twice changes nothing. */
  key: string;
  kind: "revenue" | "payout";
  callId: string;
  debit: string;
  credit: string;
  amountMicros: bigint;
  currency: string;
  /** The key of the transfer that this one takes back; null for one that stands for itself. */
  reversesKey: string | null;
};

const MARGIN = "margin";

/**
 * Whether a bridged attempt lasted for `seconds`. Final seconds decide; before them only a conversion does,
 * and it vouches for no more than its own `revenueAfterSeconds`.
 */
const hasLasted = (attempt: AttemptState, seconds: number): boolean => {
  if (!isBridged(attempt)) return false;
  if (attempt.connectedSeconds !== null) return attempt.connectedSeconds >= seconds;
  return attempt.convertedAt !== null && seconds <= attempt.terms.revenueAfterSeconds;
};

/**
 * The attempt whose buyer owes the revenue; undefined while none converted. At most one per call, and never one after
 * whose conversation the call was handed on, whatever is said of it later.
 */
export const findConverted = ({ attempts, decisions }: CallState): AttemptState | undefined =>
  attempts.find(
    (attempt) => hasLasted(attempt, attempt.terms.revenueAfterSeconds) && !isRecovered(decisions, attempt),
  );

/** The attempt that the call is put down to: the one that converted, else the last that was a conversation. */
export const findConversation = (state: CallState): AttemptState | undefined =>
  findConverted(state) ?? state.attempts.findLast(isBridged);

/** The attempt that earned the publisher the payout; undefined while none did. At most one per call. */
export const findPaidOut = (state: CallState): AttemptState | undefined =>
  typeof state.arrived?.publisherId === "string"
    ? state.attempts.find((attempt) => hasLasted(attempt, attempt.terms.payoutAfterSeconds))
    : undefined;

const toTransfers = (
  transfer: Omit<LedgerTransfer, "amountMicros" | "reversesKey">,
  amountMicros: bigint | null,
): LedgerTransfer[] =>
  amountMicros !== null && amountMicros > 0n ? [{ ...transfer, amountMicros, reversesKey: null }] : [];

/**
 * Every transfer that the call's facts amount to: at most one revenue and one payout, amounts above zero. A revenue
 * that depends on the length is due when the length is final.
 * Law: depends on the facts only, so what it once said and no longer says is to be taken back (`toPostings`).
 */
export const settle = (state: CallState): LedgerTransfer[] => {
  const { callId } = state;
  const converted = findConverted(state);
  const paidOut = findPaidOut(state);
  const transfers: LedgerTransfer[] = [];
  if (converted !== undefined) {
    const { currency } = converted.terms;
    const revenue = toRevenue(converted.terms, converted.connectedSeconds);
    const debit = `buyer:${converted.buyerId}:receivable`;
    const key = `call:${callId}:revenue:${converted.number}`;
    transfers.push(
      ...toTransfers({ key, kind: "revenue", callId, debit, credit: MARGIN, currency }, revenue),
    );
  }
  if (paidOut !== undefined) {
    const { currency, payoutMicros } = paidOut.terms;
    const credit = `publisher:${state.arrived?.publisherId}:payable`;
    const key = `call:${callId}:payout`;
    transfers.push(
      ...toTransfers(
        { key, kind: "payout", callId, debit: MARGIN, credit, currency },
        toMicros(payoutMicros),
      ),
    );
  }
  return transfers;
};
