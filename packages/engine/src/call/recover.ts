import type { CampaignBook } from "#book.ts";
import { toAskedSeconds } from "#settle/conversion.ts";
import { isBridged } from "./attempt.ts";
import { findDial, toLegs, type DialChoice } from "./dial-leg.ts";
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

/** What a conversation lacked that ended before it converted and before our own limit; null where it was none. */
const toCutShort = (
  attempt: AttemptState,
  { timeLimitSeconds }: DialChoice,
  askedSeconds: number | null,
): Recovered | null => {
  const { number, targetId, connectedSeconds, convertedAt, dialEnded, terms } = attempt;
  // A repeat never converts, and so it lacked nothing.
  if (terms.convertedBefore !== undefined) return null;
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
  const dial = findDial(state.decisions, attempt);
  // After the fallback nobody else is dialled.
  if (dial === undefined || dial.row === "fallback") return null;
  const numbers = toLegs(dial).map((leg) => leg.attempt);
  const taken = state.attempts.find((each) => numbers.includes(each.number) && isBridged(each));
  return taken === undefined ? null : toCutShort(taken, dial, toAskedSeconds(taken, state.arrivedAt));
};
