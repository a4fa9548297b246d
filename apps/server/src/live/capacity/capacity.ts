import type { Counter, Place } from "@ccp/engine";

/** Who holds one of a target's concurrent calls; the holder is `callId:attempt`. */
export type Slot = { accountId: string; targetId: string; holder: string };

/** A claim on a slot and on places under caps. Repeating it with the same holder changes nothing. */
export type Reservation = Slot & {
  /** Calls at once; null counts the call without limiting it. */
  limit: number | null;
  /** Taken together with the slot or not at all; held with it until they are counted. */
  places?: readonly Place[];
  /** Epoch ms after which what nobody released counts as free. */
  expiresAt: number;
};

/** `isNew` is false where the holder had the slot already. A refusal says by what, with its number. */
export type ReservationResult =
  | { kind: "granted"; isNew: boolean }
  | { kind: "refused"; by: "concurrency"; inUse: number }
  | { kind: "refused"; by: "cap"; counter: Counter; used: number };

/** The one atomic authority over the live numbers that decisions read. */
export type Capacity = {
  /** Calls in progress per target, in the order asked; expired slots are not counted. */
  readInUse(accountId: string, targetIds: readonly string[]): Promise<readonly number[]>;
  /** Calls counted and places held per counter, in the order asked. */
  readUsed(accountId: string, counters: readonly Counter[]): Promise<readonly number[]>;
  reserve(reservation: Reservation): Promise<ReservationResult>;
  /** Frees the holder's slot and the places held with it; nothing happens when it holds none. */
  release(slot: Slot): Promise<void>;
  /**
   * Adds to counters what a call's facts have changed, and frees the places held with its slots, because the facts
   * count for them now: one step, so that no place is counted twice or missing in between. A counter whose period is
   * long over is left alone.
   */
  count(accountId: string, changes: ReadonlyMap<Counter, number>, slots: readonly Slot[]): Promise<void>;
};
