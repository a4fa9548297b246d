import { isBridged } from "#call/attempt.ts";
import type { EndReason, Terms } from "#call/event.ts";
import { isRecovered } from "#call/recover.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { findPaidBefore } from "#duplicate/paid-before.ts";
import { toMicros } from "#money.ts";
import { toAskedSeconds, wasDialled } from "./conversion.ts";
import { isFinal } from "./is-final.ts";
import { MARGIN, toPartyAccount } from "./party.ts";
import { toPayout, toPlainPayout, type PayoutDue, type PayoutTerms } from "./payout.ts";
import { toRevenue } from "./revenue.ts";

/** A ledger row: money from one ledger account to another, never negative, never changed. */
export type LedgerTransfer = {
  /** Unique for ever; booking it twice changes nothing. */
  key: string;
  /** An adjustment is booked by people, the others follow from the call's facts. */
  kind: "revenue" | "payout" | "adjustment";
  callId: string;
  debit: string;
  credit: string;
  amountMicros: bigint;
  currency: string;
  /** The key of the transfer that this one takes back; null for one that stands for itself. */
  reversesKey: string | null;
};

/**
 * Whether a bridged attempt lasted for `seconds`. Final seconds decide; before them only a conversion does, and it
 * vouches for no more than the seconds that its own terms ask for.
 */
const hasLasted = (attempt: AttemptState, seconds: number, asked: number | null): boolean => {
  if (!isBridged(attempt)) return false;
  if (attempt.connectedSeconds !== null) return attempt.connectedSeconds >= seconds;
  return attempt.convertedAt !== null && asked !== null && seconds <= asked;
};

const hasConverted = (attempt: AttemptState, { arrivedAt, reported }: CallState): boolean => {
  if (attempt.buyerId === null || attempt.terms.convertedBefore !== undefined) return false;
  switch (attempt.terms.conversion?.kind) {
    case "dialled":
      // Of several that ring at once only the one that takes the call can owe for it.
      return attempt.ringSize > 1 ? isBridged(attempt) : wasDialled(attempt);
    case "webhook":
      return reported !== null && isBridged(attempt);
    case "length":
    case undefined: {
      const asked = toAskedSeconds(attempt, arrivedAt);
      return asked !== null && hasLasted(attempt, asked, asked);
    }
  }
};

/**
 * The attempt whose buyer owes the revenue; undefined while none converted. At most one per call, and never one after
 * whose conversation the call was handed on, whatever is said of it later.
 */
export const findConverted = (state: CallState): AttemptState | undefined => {
  for (const attempt of state.attempts) {
    if (hasConverted(attempt, state) && !isRecovered(state.decisions, attempt)) return attempt;
  }
  return undefined;
};

/** The attempt that the call is put down to: the one that converted, else the last that was a conversation. */
export const findConversation = (state: CallState): AttemptState | undefined =>
  findConverted(state) ?? state.attempts.findLast(isBridged);

/**
 * What the buyer of the converted attempt owes, in micros: what its system reported, else what the terms say. Null while
 * that depends on a length that is not final.
 */
export const toRevenueOf = (
  { terms, connectedSeconds }: AttemptState,
  { reported }: CallState,
): bigint | null => {
  const told = terms.conversion?.kind === "webhook" ? (reported?.micros ?? null) : null;
  return told === null ? toRevenue(terms, connectedSeconds) : toMicros(told);
};

/** What the terms of a dial say of the payout. */
const toPayoutTerms = (terms: Terms): PayoutTerms => terms.payout ?? toPlainPayout(terms);

const hasComeFor = (
  attempt: AttemptState,
  due: PayoutDue,
  { arrivedAt }: CallState,
  converted: AttemptState | undefined,
): boolean => {
  switch (due.kind) {
    case "incoming":
      return true;
    case "converted":
      return converted?.number === attempt.number;
    case "connected":
    case "length": {
      const seconds = due.kind === "length" ? due.seconds : 0;
      return hasLasted(attempt, seconds, toAskedSeconds(attempt, arrivedAt));
    }
  }
};

const refusals: readonly EndReason[] = [
  "number-unknown",
  "number-unassigned",
  "number-paused",
  "publisher-paused",
  "campaign-paused",
  "caller-blocked",
  "attestation-refused",
  "called-too-soon",
  "caller-anonymous",
];

/** Whether the call was taken in, whatever became of it: nobody was paused, and the caller was not blocked. */
export const isTakenIn = ({ decisions: [first] }: CallState): boolean =>
  first?.step === 0 && (first.choice.kind === "dial" || !refusals.includes(first.choice.reason));

/** The terms by which the publisher is paid, as far as they are known; null where there is nobody or nothing to pay. */
export const findPayoutAgreed = ({ arrived, attempts }: CallState): PayoutTerms | null => {
  if (typeof arrived?.publisherId !== "string") return null;
  if (arrived.payoutPick !== undefined) return arrived.payoutPick.payout;
  if (arrived.payout !== undefined) return arrived.payout;
  const last = attempts.at(-1);
  return last === undefined ? null : toPayoutTerms(last.terms);
};

/** The cap that was full when the call came in, so that nothing is owed for it; null where none was. */
export const findPayoutCapped = ({ decisions: [first] }: CallState) => first?.payoutCaps?.full ?? null;

/** The terms whose condition has come, whoever was paid for the caller before. */
export const findPayoutDue = (
  state: CallState,
  converted: AttemptState | undefined,
): PayoutTerms | undefined => {
  const { arrived, attempts } = state;
  if (typeof arrived?.publisherId !== "string" || findPayoutCapped(state) !== null) return undefined;
  const { payoutPick: pick } = arrived;
  if (pick?.payout === null) return undefined;
  const chosen = pick?.payout ?? arrived.payout;
  if (chosen?.due.kind === "incoming") return isTakenIn(state) ? chosen : undefined;
  return attempts
    .map((attempt) => ({ attempt, terms: chosen ?? toPayoutTerms(attempt.terms) }))
    .find(({ attempt, terms }) => hasComeFor(attempt, terms.due, state, converted))?.terms;
};

/** The terms by which the publisher has earned the payout; undefined while it has not, or never will. */
export const findPayoutEarned = (
  state: CallState,
  converted: AttemptState | undefined,
): PayoutTerms | undefined => {
  const due = findPayoutDue(state, converted);
  return due?.duplicates !== undefined && findPaidBefore(state, due.duplicates) !== undefined
    ? undefined
    : due;
};

const toTransfers = (
  transfer: Omit<LedgerTransfer, "amountMicros" | "reversesKey">,
  amountMicros: bigint | null,
): LedgerTransfer[] =>
  amountMicros !== null && amountMicros > 0n ? [{ ...transfer, amountMicros, reversesKey: null }] : [];

/**
 * Every transfer that the call's facts amount to: at most one revenue and one payout, amounts above zero. A revenue
 * that depends on the length is due when the length is final, and so is a share of it.
 * Law: depends on the facts only, so what it once said and no longer says is to be taken back (`toPostings`).
 */
export const settle = (state: CallState): LedgerTransfer[] => {
  const { callId } = state;
  const converted = findConverted(state);
  const revenue = converted === undefined ? 0n : toRevenueOf(converted, state);
  const transfers: LedgerTransfer[] = [];
  if (converted !== undefined && converted.buyerId !== null) {
    const { currency } = converted.terms;
    const debit = toPartyAccount({ kind: "buyer", id: converted.buyerId });
    const key = `call:${callId}:revenue:${converted.number}`;
    transfers.push(
      ...toTransfers({ key, kind: "revenue", callId, debit, credit: MARGIN, currency }, revenue),
    );
  }
  const earned = findPayoutEarned(state, converted);
  if (earned !== undefined) {
    const currency = state.arrived?.currency ?? "";
    const credit = toPartyAccount({ kind: "publisher", id: state.arrived?.publisherId ?? "" });
    const key = `call:${callId}:payout`;
    const payout = toPayout(earned, { revenueMicros: revenue, isFinal: isFinal(state) });
    transfers.push(...toTransfers({ key, kind: "payout", callId, debit: MARGIN, credit, currency }, payout));
  }
  return transfers;
};
