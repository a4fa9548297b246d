import type { AttemptState } from "#call/state.ts";

/**
 * What makes a buyer owe the revenue, where that is not the length of the conversation alone: the dial itself, that the
 * two are still connected so many seconds after the call came in or after the dial, or that the buyer's system reports
 * a conversion of a connected call.
 */
export type Conversion =
  | { kind: "dialled" }
  | { kind: "length"; seconds: number; from: "incoming" | "dial" }
  | { kind: "webhook" };

type Asking = Pick<AttemptState, "terms" | "buyerId" | "dialledAt" | "connectedAt">;

/**
 * The connected seconds that an attempt's terms ask for, whole and not negative; null where the dial itself or a
 * report converts, and of an agent, whose calls never do. Who waited for the conversation has waited whole seconds, rounded down: nothing converts before its moment.
 * `arrivedAt` is the call's, in epoch ms.
 */
export const toAskedSeconds = (
  { terms: { conversion, revenueAfterSeconds }, buyerId, dialledAt, connectedAt }: Asking,
  arrivedAt: number | null,
): number | null => {
  if (buyerId === null) return null;
  if (conversion === undefined) return revenueAfterSeconds;
  if (conversion.kind !== "length") return null;
  const since = conversion.from === "dial" ? dialledAt : arrivedAt;
  if (since === null || connectedAt === null) return conversion.seconds;
  const waited = Math.max(0, Math.floor((connectedAt - since) / 1000));
  return Math.max(0, conversion.seconds - waited);
};

/** Whether the dial was made, as far as is known: the carrier could place it, and has a record of it. */
export const wasDialled = ({ outcome, leg, secondsSource }: AttemptState): boolean =>
  outcome !== "failed" && (leg !== null || secondsSource !== "record");
