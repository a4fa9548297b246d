import type { CallState } from "#call/state.ts";
import { isWithin, type PayoutRepeats } from "./rules.ts";

/**
 * When an earlier call of the same caller came for which the publisher was paid, or might have been when this one
 * arrived (epoch ms); undefined where this one may be paid. The claim is made at the arrival, so that it does not depend on
 * which of two calls ends first.
 */
export const findPaidBefore = (
  { arrived, arrivedAt }: Pick<CallState, "arrived" | "arrivedAt">,
  { window, across }: PayoutRepeats,
): number | undefined =>
  arrived?.recall?.payouts?.findLast(
    ({ publisherId, at }) =>
      (across === "campaign" || publisherId === arrived.publisherId) && isWithin(window, at, arrivedAt ?? at),
  )?.at;
