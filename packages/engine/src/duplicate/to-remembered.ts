import { isBridged } from "#call/attempt.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { isFinal } from "#settle/is-final.ts";
import { findConverted, findPayoutAgreed, findPayoutEarned, isTakenIn } from "#settle/settle.ts";
import { findPaidBefore } from "./paid-before.ts";
import { toRememberedNumber, type DialStanding, type RememberedCall } from "./recall.ts";

/** Connected, and its buyer's system may still report a conversion. */
const mayBeReported = (attempt: AttemptState, { reported }: CallState): boolean =>
  attempt.terms.conversion?.kind === "webhook" && reported === null && isBridged(attempt);

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

/** Whether the publisher of a call may still earn a payout that it has not earned. */
const mayEarn = (state: CallState): boolean => {
  const agreed = findPayoutAgreed(state);
  const duplicates = agreed?.duplicates;
  if (duplicates !== undefined && findPaidBefore(state, duplicates) !== undefined) return false;
  if (!isFinal(state)) return true;
  return agreed?.due.kind === "converted" && state.attempts.some((each) => mayBeReported(each, state));
};

const toPayout = (state: CallState, converted: AttemptState | undefined): RememberedCall["payout"] => {
  if (typeof state.arrived?.publisherId !== "string") return "none";
  // What is not decided yet has its claim from the arrival on.
  if (state.decisions.length > 0 && !isTakenIn(state)) return "none";
  if (findPayoutEarned(state, converted) !== undefined) return "earned";
  return mayEarn(state) ? "open" : "none";
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
