import type { CampaignBook } from "#book.ts";
import { toAskedSeconds } from "#settle/conversion.ts";
import { isBridged, type DialChoice } from "./attempt.ts";
import type { DecidedFact, Recovered } from "./event.ts";
import type { AttemptState, CallState } from "./state.ts";

/** Whether the call was handed on after this attempt's conversation, which therefore earns no revenue, ever. */
export const isRecovered = (
  decisions: readonly DecidedFact[],
  { number }: Pick<AttemptState, "number">,
): boolean => {
  for (const { recovered, choice } of decisions) {
    if (recovered?.attempt === number && choice.kind === "dial") return true;
  }
  return false;
};

/** The decision to dial an attempt; undefined for the fallback's, after which nobody else is dialled. */
const findRowDial = ({ decisions }: CallState, attempt: number): DialChoice | undefined => {
  for (const { choice } of decisions) {
    if (choice.kind === "dial" && choice.attempt === attempt && choice.row !== "fallback") return choice;
  }
  return undefined;
};

/** What a conversation lacked that ended before it converted and before our own limit; null where it was none. */
const toCutShort = (
  attempt: AttemptState,
  { timeLimitSeconds }: DialChoice,
  askedSeconds: number | null,
): Recovered | null => {
  const { number, targetId, connectedSeconds, convertedAt, dialEnded } = attempt;
  // What may have converted is never handed on, nor what the carrier has not told the seconds of.
  if (askedSeconds === null || convertedAt !== null) return null;
  if (!isBridged(attempt) || dialEnded === null || connectedSeconds === null) return null;
  return connectedSeconds < Math.min(askedSeconds, timeLimitSeconds)
    ? { attempt: number, targetId, connectedSeconds, revenueAfterSeconds: askedSeconds }
    : null;
};

/**
 * The conversation that the target's side has just ended too soon, when the campaign lets the call go on after it; null
 * where it may not. The carrier asks what comes next and says whether the caller is on the line: a caller who is there
 * was left by the target.
 */
export const findRecoverable = (
  state: CallState,
  attempt: number,
  campaign: CampaignBook | null,
): Recovered | null => {
  const last = state.attempts.at(-1);
  if (last === undefined || last.number !== attempt || state.status === "ended") return null;
  if (state.attempts.filter(isBridged).length > (campaign?.recoveryMax ?? 0)) return null;
  const dial = findRowDial(state, attempt);
  return dial === undefined ? null : toCutShort(last, dial, toAskedSeconds(last, state.arrivedAt));
};
