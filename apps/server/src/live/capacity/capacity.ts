import type { Begun, Counter, Mark, OfferMark, Place, RateKey, RememberedCall } from "@ccp/engine";
import type { BalanceHold, Charge, LedgerEntry, LedgerMark, LedgerStart } from "./balance-table.ts";

/**
 * Who holds one of a target's concurrent calls; the holder is `callId:attempt`. Where the target shares a limit with
 * others, the same call is one of theirs, which `shared` names (`listSharedLimits`).
 */
export type Slot = { accountId: string; targetId: string; holder: string };

/** A claim on a slot and on places under caps. Repeating it with the same holder changes nothing. */
export type Reservation = Slot & {
  /** Calls at once; null counts the call without limiting it. */
  limit: number | null;
  /** Others among whose calls at once it counts, each with its limit. */
  shared?: readonly { key: string; limit: number | null }[];
  /** Taken together with the slot or not at all; held with it until they are counted. */
  places?: readonly Place[];
  /** The same for a dial of a rate, at the decision's moment (epoch ms). */
  rate?: { key: RateKey; limit: number; at: number };
  /** Taken from a buyer's balance together with the slot or not at all; held with it until the call's facts take it. */
  balance?: BalanceHold;
  /** Marks set together with the slot or not at all, and only while each is as it was read. */
  offer?: { stamp: number; marks: readonly OfferMark[] };
  /**
   * The call with this dial, remembered of its caller (digits of E.164) together with the slot or not at all, and only
   * while the caller's other calls are as they were read; null where it does not matter how they are.
   */
  caller?: { number: string; call: RememberedCall; asRead: readonly RememberedCall[] | null };
  /** Epoch ms after which what nobody released counts as free. */
  expiresAt: number;
};

/** `isNew` is false where the holder had the slot already. A refusal says by what, with its number. */
export type ReservationResult =
  | { kind: "granted"; isNew: boolean }
  | { kind: "refused"; by: "concurrency"; key: string; inUse: number }
  | { kind: "refused"; by: "cap"; counter: Counter; used: bigint }
  | { kind: "refused"; by: "rate"; begun: number }
  | { kind: "refused"; by: "balance"; balance: bigint | null }
  | { kind: "refused"; by: "mark"; mark: Mark }
  | { kind: "refused"; by: "caller" };

/**
 * What a call's new facts change: counters by so many calls or micros, marks to a later moment, dials begun, charges to
 * so much.
 */
export type FactChanges = {
  counts: ReadonlyMap<Counter, bigint>;
  marks: ReadonlyMap<Mark, number>;
  begun?: readonly Begun[];
  /** What is to be remembered of the call and of whom; absent where that is as before, or nobody. */
  remembered?: { number: string; call: RememberedCall };
  charges?: readonly Charge[];
};

/** The ledger's word, told in the order of its transfers. Repeating it changes nothing. */
export type LedgerWord =
  | { kind: "started"; start: LedgerStart }
  /** All that moved money of these buyers after where each is followed to, up to the account's transfer `through`. */
  | { kind: "moved"; entries: readonly LedgerEntry[]; through: number };

/** The one atomic authority over the live numbers that decisions read. */
export type Capacity = {
  /** Calls in progress per target, or per name that shares a limit, in the order asked; expired slots are not counted. */
  readInUse(accountId: string, keys: readonly string[]): Promise<readonly number[]>;
  /** Calls or micros counted, and places held, per counter, in the order asked. */
  readUsed(accountId: string, counters: readonly Counter[]): Promise<readonly bigint[]>;
  /** Dials begun within the window of each key, which ends at `at` (epoch ms), in the order asked. */
  readBegun(accountId: string, keys: readonly RateKey[], at: number): Promise<readonly number[]>;
  /**
   * When each mark was set last (epoch ms, 0 for never), in the order asked, and a stamp for an offer that is made from
   * it: later than all stamps given before. Marks of two months ago may read as never, but not those of what people said.
   */
  readMarks(accountId: string, marks: readonly Mark[]): Promise<{ stamp: number; at: readonly number[] }>;
  /** What is remembered of a caller's calls, by digits of E.164, but for the call `but`; by arrival. */
  readCaller(asked: { accountId: string; number: string; but: string }): Promise<readonly RememberedCall[]>;
  /**
   * Reads the same and has the call itself be remembered from now on: one step, so that of two calls at once one comes
   * first. It is withdrawn by `unclaimCaller`, or replaced by what the call's facts say.
   */
  claimCaller(claim: {
    accountId: string;
    number: string;
    call: RememberedCall;
  }): Promise<readonly RememberedCall[]>;
  unclaimCaller(claim: { accountId: string; number: string; callId: string }): Promise<void>;
  /** What buyers who pay in advance have, less what is held, in the order asked; null where it is not known. Micros. */
  readBalances(accountId: string, buyerIds: readonly number[]): Promise<readonly (bigint | null)[]>;
  /** Which buyers' balances are followed, each through which transfer of the ledger. */
  listLedgerMarks(accountId: string): Promise<readonly LedgerMark[]>;
  /** Calls whose charges are followed by their facts. */
  listCharged(accountId: string): Promise<readonly { callId: string; buyerId: number }[]>;
  hearLedger(accountId: string, word: LedgerWord): Promise<void>;
  /** Has the ledger's word on these calls stand alone: nothing more comes of them but by the ledger. */
  settleCharges(accountId: string, callIds: readonly string[]): Promise<void>;
  reserve(reservation: Reservation): Promise<ReservationResult>;
  /** Frees the holder's slot, and all that is held with it; nothing happens when it holds none. */
  release(slot: Slot): Promise<void>;
  /**
   * Adds to counters, sets marks and charges and remembers the call as its facts have changed, and frees what is held
   * with its slots, because the facts count for them now: one step, so that nothing is counted twice or missing in between. A
   * counter whose period is long over is left alone.
   */
  note(accountId: string, changes: FactChanges, slots: readonly Slot[]): Promise<void>;
};
