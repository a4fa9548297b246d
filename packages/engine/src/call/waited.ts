import type { CampaignBook } from "#book.ts";
import { isBridged } from "./attempt.ts";
import type { EndReason } from "./event.ts";
import type { CallState } from "./state.ts";

/** How long a call had waited to be connected when it was decided on, and how long it may. */
export type Waited = { ms: number; limitSeconds: number };

/** Carriers ring nobody for less. */
const RING_LEAST_SECONDS = 5;

/** Undefined where the campaign sets no limit, and once the call was connected: then it does not wait any more. */
export const findWaited = (
  { arrivedAt, attempts }: CallState,
  { decisionTimeoutSeconds }: CampaignBook,
  at: number,
): Waited | undefined =>
  decisionTimeoutSeconds === undefined || arrivedAt === null || attempts.some(isBridged)
    ? undefined
    : { ms: Math.max(0, at - arrivedAt), limitSeconds: decisionTimeoutSeconds };

/** The whole seconds that are left to ring somebody. */
export const toSecondsLeft = ({ ms, limitSeconds }: Waited): number =>
  Math.max(0, Math.floor((limitSeconds * 1000 - ms) / 1000));

/** Whether too little is left to ring anybody. */
export const isTimeUsedUp = (waited: Waited | undefined): boolean =>
  waited !== undefined && toSecondsLeft(waited) < RING_LEAST_SECONDS;

/** Why no further row is dialled. */
export const toEndReason = (attemptsUsedUp: boolean, waited: Waited | undefined): EndReason => {
  if (attemptsUsedUp) return "attempts-used-up";
  return isTimeUsedUp(waited) ? "time-used-up" : "nobody-eligible";
};
