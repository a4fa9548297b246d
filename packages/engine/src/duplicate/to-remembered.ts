import { isBridged } from "#call/attempt.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { isFinal } from "#settle/is-final.ts";
import type { PayoutTerms } from "#settle/payout.ts";
import {
  findConverted,
  findPayoutAgreed,
  findPayoutCapped,
  findPayoutDue,
  isTakenIn,
  settle,
} from "#settle/settle.ts";
import { findPaidBefore } from "./paid-before.ts";
import { toRememberedNumber, type DialStanding, type RememberedCall } from "./recall.ts";

/** Connected, no repeat, and its buyer's system may still report a conversion. */
const mayBeReported = ({ terms, outcome }: AttemptState, { reported }: CallState): boolean =>
  terms.conversion?.kind === "webhook" &&
  terms.convertedBefore === undefined &&
  reported === null &&
  isBridged({ outcome });

const toStanding = (
  attempt: AttemptState,
  converted: AttemptState | undefined,
  state: CallState,
): DialStanding | null => {
  if (converted?.number === attempt.number) return "converted";
  if (!isBridged(attempt)) return attempt.connectedSeconds === null ? "ringing" : null;
  // A conversation after which the caller was handed on, or which is a repeat, converts no more.
  const isOpen = attempt.connectedSeconds === null || mayBeReported(attempt, state);
  return isOpen && attempt.terms.convertedBefore === undefined ? "talking" : "connected";
};

/** Whether terms come to something by a report alone: they ask for a conversion, or are due and a share of what it brings. */
const asksForReport = (terms: PayoutTerms, isDue: boolean): boolean =>
  terms.due.kind === "converted" || (isDue && terms.kind === "revenue-share");

/** Whether the publisher of a call that owes it nothing yet may still earn a payout. */
const mayEarn = (state: CallState, converted: AttemptState | undefined): boolean => {
  // What was refused to the call when it came in is refused for good.
  if (findPayoutCapped(state) !== null || state.arrived?.payoutPick?.payout === null) return false;
  const due = findPayoutDue(state, converted);
  const terms = due ?? findPayoutAgreed(state);
  const duplicates = terms?.duplicates;
  if (duplicates !== undefined && findPaidBefore(state, duplicates) !== undefined) return false;
  if (!isFinal(state)) return true;
  return (
    terms !== null &&
    asksForReport(terms, due !== undefined) &&
    state.attempts.some((each) => mayBeReported(each, state))
  );
};

const toPayout = (state: CallState, converted: AttemptState | undefined): RememberedCall["payout"] => {
  if (typeof state.arrived?.publisherId !== "string") return "none";
  // What is not decided yet has its claim from the arrival on.
  if (state.decisions.length > 0 && !isTakenIn(state)) return "none";
  if (settle(state).some(({ kind }) => kind === "payout")) return "earned";
  return mayEarn(state, converted) ? "open" : "none";
};

/** What is to be remembered of a call, and of whom; null where its arrival or its caller's number is not known. */
export const toRemembered = (state: CallState): { number: string; call: RememberedCall } | null => {
  const { arrived, arrivedAt, callId, attempts } = state;
  if (arrived === null || arrivedAt === null) return null;
  const number = toRememberedNumber(arrived.from);
  if (number === null) return null;
  const converted = findConverted(state);
  const { campaignId, publisherId } = arrived;
  const dials = attempts.flatMap((attempt) => {
    const { targetId, buyerId, dialledAt: at } = attempt;
    const standing = toStanding(attempt, converted, state);
    return standing === null ? [] : [{ targetId, buyerId, at, standing }];
  });
  const call = { callId, at: arrivedAt, campaignId, publisherId, payout: toPayout(state, converted), dials };
  return { number, call };
};
