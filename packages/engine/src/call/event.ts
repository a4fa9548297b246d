import type { Block } from "#block/blocked-caller.ts";
import type { Destination, Paused } from "#book.ts";
import type { Claim } from "#cap/counter.ts";
import type { CapsUsed } from "#cap/judge-caps.ts";
import type { Listed } from "#filter/listed.ts";
import type { MicrosText } from "#money.ts";
import type { AttestationCheck } from "#screen/attestation.ts";
import type { PayoutTerms } from "#settle/payout.ts";
import type { RevenueTerms } from "#settle/revenue.ts";
import type { Offer, Recency } from "#strategy/recency.ts";

/** The carrier's word for a leg; the last five are final. */
export type LegStatus =
  | "queued"
  | "initiated"
  | "ringing"
  | "in-progress"
  | "completed"
  | "busy"
  | "no-answer"
  | "failed"
  | "canceled";

/** What the carrier says of the caller's whereabouts; null where it said nothing. */
export type CallerPlace = {
  city: string | null;
  state: string | null;
  zip: string | null;
  country: string | null;
};

/** A call reached one of our carrier accounts. `numberId` is null when the dialled number is nobody's. */
export type ArrivedFact = {
  kind: "arrived";
  carrierAccountId: number;
  carrierAccountRef: string;
  carrierCallRef: string;
  from: string;
  to: string;
  numberId: number | null;
  campaignId: string | null;
  publisherId: string | null;
  /** Absent when neither was paused, and in events of before engine 2. */
  paused?: Paused;
  place: CallerPlace;
  stirVerstat: string | null;
  currency: string;
  /** The publisher's terms where they are due for the call that came in; those of a dial count otherwise. */
  payout?: PayoutTerms;
};

/** The prices in force at the dial; settlement reads these and never a later book. */
export type Terms = RevenueTerms & {
  currency: string;
  payoutMicros: MicrosText;
  payoutAfterSeconds: number;
  /** Absent where that amount after those seconds is all there is to it, and before engine 4. */
  payout?: PayoutTerms;
};

/** Why a call is not handed to a further target. */
export type EndReason =
  | "number-unknown"
  | "number-unassigned"
  | "number-paused"
  | "publisher-paused"
  | "campaign-paused"
  | "caller-blocked"
  | "attestation-refused"
  | "nobody-eligible"
  | "attempts-used-up"
  | "converted"
  | "call-over"
  | "attempt-open"
  | "context-missing";

/** What a decision chose. `row` is the index in the campaign's rows, or "fallback". */
export type Choice =
  | {
      kind: "dial";
      attempt: number;
      row: number | "fallback";
      targetId: string;
      buyerId: number;
      destination: Destination;
      ringTimeoutSeconds: number;
      timeLimitSeconds: number;
      callerId: string;
      record: boolean;
      terms: Terms;
      /** What the dial counts for; absent when the target has no caps, and before engine 3. */
      claims?: readonly Claim[];
      /** What the dial stands for in what strategies compare; absent when none of the account's does. */
      offer?: Offer;
    }
  | { kind: "apologise"; reason: EndReason; text: string }
  | { kind: "hang-up"; reason: EndReason };

/** A conversation that its target's side ended before it converted, and the seconds that it lacked. */
export type Recovered = {
  attempt: number;
  targetId: string;
  connectedSeconds: number;
  revenueAfterSeconds: number;
};

/** A decision with its inputs: enough to explain it, to repeat it, and to tell what it owed to chance. */
export type DecidedFact = {
  kind: "decided";
  /** 0 at arrival, n after dial attempt n. */
  step: number;
  bookRevision: number;
  engineVersion: number;
  seed: string;
  /** One reason letter per row of the campaign, in plan order (`reason.ts`), then one for the fallback if there is one. */
  reasons: string;
  /**
   * Calls in progress per row as they were read, same order and length as `reasons`; 0 where no limit is set and no
   * strategy compares them.
   */
  inUse: readonly number[];
  /** The entry that blocks the caller; absent where none does, and in decisions of before engine 3. */
  block?: Block;
  /** How the call was attested, and what was accepted; absent where all were, and in decisions of before engine 4. */
  attestation?: AttestationCheck;
  /** Calls that the caps of each row had counted, same order as `reasons`; absent when no row has caps. */
  capsUsed?: readonly CapsUsed[];
  /** Which value lists the call was in; absent when no row has a filter that asks, and before engine 4. */
  listed?: Listed;
  /** What the strategies compared; absent when none of the account's compares anything but weights. */
  recency?: Recency;
  /** The conversation after which the call goes on; absent where none was cut short, and before engine 4. */
  recovered?: Recovered;
  choice: Choice;
};

/** One leg reached a status. */
export type LegFact = {
  kind: "leg";
  ref: string;
  parentRef: string | null;
  /** The dial attempt this leg belongs to; null for the caller's own leg. */
  attempt: number | null;
  status: LegStatus;
  /** Whole seconds from the leg's answer to its end; final statuses only. */
  seconds: number | null;
  sequence: number | null;
  /** Epoch ms by the carrier's clock. */
  carrierAt: number | null;
  sipCode: number | null;
  /** A callback is a hint, the carrier's own record is the truth. */
  source: "callback" | "record";
};

/** The carrier's synchronous word on how a dial attempt ended. */
export type DialEndedFact = {
  kind: "dial-ended";
  attempt: number;
  childRef: string | null;
  status: "completed" | "answered" | "busy" | "no-answer" | "failed" | "canceled";
  seconds: number | null;
  /** Whether the two people were connected; null where the carrier does not say. */
  bridged: boolean | null;
};

export type RecordingFact = {
  kind: "recording";
  ref: string;
  status: "in-progress" | "completed" | "absent" | "failed";
  url: string | null;
  seconds: number | null;
  channels: number | null;
};

/** The conversation of an attempt lasted as long as its terms ask; said once, at that moment. */
export type ConvertedFact = { kind: "converted"; attempt: number };

/** The buyer's system says that the call was worth something to the buyer; the latest report counts. */
export type ReportedConversionFact = {
  kind: "reported-conversion";
  /** By which the buyer's system knows the report again. */
  reportKey: string;
  /** Null for what the terms say. */
  micros: MicrosText | null;
};

export type CallFact =
  | ArrivedFact
  | DecidedFact
  | LegFact
  | DialEndedFact
  | RecordingFact
  | ConvertedFact
  | ReportedConversionFact;

/** One thing that happened to a call, as the journal and PostgreSQL keep it: a plain JSON document. */
export type CallEvent = {
  /** Unique within the call; the same fact told twice has the same key (`toEventKey`). */
  key: string;
  accountId: string;
  callId: string;
  /** Epoch ms at which we took it in. */
  at: number;
  fact: CallFact;
};

/** The key under which a fact is kept once, however often it is told. */
export const toEventKey = (fact: CallFact): string => {
  switch (fact.kind) {
    case "arrived":
      return "arrived";
    case "decided":
      return `decided:${fact.step}`;
    case "leg":
      return `leg:${fact.ref}:${fact.status}:${fact.source}`;
    case "dial-ended":
      return `dial-ended:${fact.attempt}`;
    case "recording":
      return `recording:${fact.ref}:${fact.status}`;
    case "converted":
      return `converted:${fact.attempt}`;
    case "reported-conversion":
      return `reported-conversion:${fact.reportKey}`;
  }
};
