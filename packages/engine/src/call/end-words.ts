import type { EndReason } from "./event.ts";
import type { Waited } from "./waited.ts";

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
