import type { CampaignBook, PlanRow } from "#book.ts";
import { describeBarred } from "#dial/permission.ts";
import type { Choice, DecidedFact, EndReason } from "./event.ts";
import type { Waited } from "./waited.ts";
import { findTargetName } from "./words.ts";

/** A row, and how often it was dialled in the call before. */
type Tried = { plan: PlanRow; tries: number };

/** Ends at which the campaign may have something else for the caller than its apology. */
export type GivenUp = "nobody-eligible" | "attempts-used-up" | "time-used-up";

export const isGivenUp = (reason: EndReason): reason is GivenUp =>
  reason === "nobody-eligible" || reason === "attempts-used-up" || reason === "time-used-up";

/** What is said of every other end that has no numbers of its own. */
export const endWords = {
  "number-unknown": "Played a message and hung up because the dialled number belongs to nobody.",
  "number-unassigned": "Played a message and hung up because the dialled number has no campaign.",
  "number-paused": "Played the apology because the dialled number was paused.",
  "publisher-paused": "Played the apology because the publisher behind the dialled number was paused.",
  "campaign-paused": "Played the apology because the campaign was paused.",
  "caller-anonymous": "Played the apology because callers who withhold their number were refused.",
  converted:
    "Played the apology because the target that was dialled pays for the dial, and a call is never sold twice.",
  "call-over": "Hung up because the conversation had taken place or the caller had gone.",
  "attempt-open":
    "Played the apology because a dialled target may still have been on the line, and a call is never handed to two buyers.",
  "context-missing":
    "Played the apology because what was known of the call could not be found, and a second buyer must never be dialled blindly.",
} as const satisfies Record<
  Exclude<EndReason, GivenUp | "caller-blocked" | "attestation-refused" | "called-too-soon">,
  string
>;

/** How long a call has waited of the time in which somebody may be rung. */
export const toWaitedText = ({ ms, limitSeconds }: Waited): string =>
  `the call had waited ${Math.floor(ms / 1000)} of the ${limitSeconds} s in which somebody may be rung`;

/** What went before: the conversation that was cut short. */
export const toRecoveredText = (
  { recovered, choice }: DecidedFact,
  campaign: CampaignBook | null,
): string => {
  if (recovered === undefined) return "";
  const { targetId, connectedSeconds, revenueAfterSeconds } = recovered;
  const name = findTargetName(campaign, targetId);
  const then = choice.kind === "dial" ? "the call goes on" : "the caller was still there";
  const sentence = `${name} ended the call after ${connectedSeconds} s of ${revenueAfterSeconds}; ${then}. `;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
};

/** What the caller heard where nobody was dialled. */
export const toPlayedText = (choice: Exclude<Choice, { kind: "dial" }>): string => {
  if (choice.kind === "voicemail") return "Asked the caller for a message";
  return choice.kind === "apologise" && choice.isMessage === true
    ? "Played the fallback message"
    : "Played the apology";
};

const ordinals = ["first", "second", "third", "fourth", "fifth"];

/** " for the second of 3 attempts"; empty where a row is dialled once only, or for the first time. */
export const toAgainText = ({ plan: { dialAttemptsMax = 1 }, tries }: Tried): string =>
  tries === 0 ? "" : ` for the ${ordinals[tries] ?? `${tries + 1}th`} of ${dialAttemptsMax} attempts`;

/** Said where less time was left than the row would have rung. */
export const toCutText = (
  { choice, waited }: DecidedFact,
  { plan }: Pick<Tried, "plan">,
  campaign: CampaignBook,
): string => {
  if (waited === undefined || choice.kind !== "dial") return "";
  const own = plan.ringTimeoutSeconds ?? campaign.ringTimeoutSeconds;
  return choice.ringTimeoutSeconds < own
    ? ` It rings for ${choice.ringTimeoutSeconds} s, all that is left of ${waited.limitSeconds}.`
    : "";
};

export const toTimesText = (times: number): string => (times === 1 ? "once" : `${times} times`);

export const toTriedSentence = ({ plan: { dialAttemptsMax = 1 }, tries }: Tried): string =>
  tries > 1 || dialAttemptsMax > 1
    ? `had already been tried ${toTimesText(tries)} in this call, of at most ${dialAttemptsMax}`
    : "had already been tried in this call";

export const toBarredText = ({ barred }: PlanRow): string =>
  barred === undefined ? "its destination was barred" : describeBarred(barred);
