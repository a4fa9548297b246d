/** A claim on one of a target's concurrent calls. Repeating it with the same holder changes nothing. */
export type Reservation = {
  accountId: string;
  targetId: string;
  /** Calls at once; null counts the call without limiting it. */
  limit: number | null;
  /** `callId:attempt`. */
  holder: string;
  /** Epoch ms after which a slot that nobody released counts as free. */
  expiresAt: number;
};

export type ReservationResult = { kind: "granted" } | { kind: "refused"; inUse: number };

/** The one atomic authority over the live numbers that decisions read. */
export type Capacity = {
  /** Calls in progress per target, in the order asked; expired slots are not counted. */
  readInUse(accountId: string, targetIds: readonly string[]): Promise<readonly number[]>;
  reserve(reservation: Reservation): Promise<ReservationResult>;
  /** Frees the holder's slot; nothing happens when it holds none. */
  release(slot: { accountId: string; targetId: string; holder: string }): Promise<void>;
};
