import type { Counter, Mark, OfferMark, Place } from "@ccp/engine";

/** Who holds one of a target's concurrent calls; the holder is `callId:attempt`. */
export type Slot = { accountId: string; targetId: string; holder: string };

/** A claim on a slot and on places under caps. Repeating it with the same holder changes nothing. */
export type Reservation = Slot & {
  /** Calls at once; null counts the call without limiting it. */
  limit: number | null;
  /** Taken together with the slot or not at all; held with it until they are counted. */
  places?: readonly Place[];
  /** Marks set together with the slot or not at all, and only while each is as it was read. */
  offer?: { stamp: number; marks: readonly OfferMark[] };
  /** Epoch ms after which what nobody released counts as free. */
  expiresAt: number;
};

/** `isNew` is false where the holder had the slot already. A refusal says by what, with its number. */
export type ReservationResult =
  | { kind: "granted"; isNew: boolean }
  | { kind: "refused"; by: "concurrency"; inUse: number }
  | { kind: "refused"; by: "cap"; counter: Counter; used: number }
  | { kind: "refused"; by: "mark"; mark: Mark };

/** What a call's new facts change: counters by so much, marks to a later moment. */
export type FactChanges = {
  counts: ReadonlyMap<Counter, number>;
  marks: ReadonlyMap<Mark, number>;
};

/** The one atomic authority over the live numbers that decisions read. */
export type Capacity = {
  /** Calls in progress per target, in the order asked; expired slots are not counted. */
  readInUse(accountId: string, targetIds: readonly string[]): Promise<readonly number[]>;
  /** Calls counted and places held per counter, in the order asked. */
  readUsed(accountId: string, counters: readonly Counter[]): Promise<readonly number[]>;
  /**
   * When each mark was set last (epoch ms, 0 for never), in the order asked, and a stamp for an offer that is made from
   * it: later than all stamps given before. Marks of two months ago may read as never.
   */
  readMarks(accountId: string, marks: readonly Mark[]): Promise<{ stamp: number; at: readonly number[] }>;
  reserve(reservation: Reservation): Promise<ReservationResult>;
  /** Frees the holder's slot, and the places and marks held with it; nothing happens when it holds none. */
  release(slot: Slot): Promise<void>;
  /**
   * Adds to counters and sets marks as a call's facts have changed them, and frees the places and marks held with its
   * slots, because the facts count for them now: one step, so that nothing is counted twice or missing in between. A
   * counter whose period is long over is left alone.
   */
  note(accountId: string, changes: FactChanges, slots: readonly Slot[]): Promise<void>;
};
