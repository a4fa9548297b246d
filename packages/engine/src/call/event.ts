import type { AgentNumbers } from "#agent/agent.ts";
import type { BalanceRead } from "#balance/prepaid.ts";
import type { Block } from "#block/blocked-caller.ts";
import type { Destination, Paused } from "#book.ts";
import type { Claim } from "#cap/counter.ts";
import type { CapsUsed } from "#cap/judge-caps.ts";
import type { PayoutCaps } from "#cap/payout-caps.ts";
import type { SharedInUse } from "#concurrency/limits.ts";
import type { Recall } from "#duplicate/recall.ts";
import type { RepeatWindow } from "#duplicate/rules.ts";
import type { TooSoon } from "#duplicate/screen-repeat.ts";
import type { Listed } from "#filter/listed.ts";
import type { MicrosText } from "#money.ts";
import type { RateKey } from "#rate/rate.ts";
import type { AttestationCheck } from "#screen/attestation.ts";
import type { PayoutPick } from "#settle/payout-rule.ts";
import type { PayoutTerms } from "#settle/payout.ts";
import type { RevenueTerms } from "#settle/revenue.ts";
import type { Expected } from "#strategy/expectation.ts";
import type { Offer, Recency } from "#strategy/recency.ts";
import type { Waited } from "./waited.ts";

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
  /** What its payout rules made of it, in place of all other terms; absent where there are none, and before engine 4. */
  payoutPick?: PayoutPick;
  /**
   * The caller's other calls as they were known when this one claimed its place among them; absent where nothing of the
   * account asks, for callers who withhold their number, and before engine 4.
   */
  recall?: Recall;
  /** It repeats an earlier call, as its campaign reports them; absent where it does not, and before engine 4. */
  isDuplicate?: true;
};

/** The prices in force at the dial; settlement reads these and never a later book. */
export type Terms = RevenueTerms & {
  currency: string;
  payoutMicros: MicrosText;
  payoutAfterSeconds: number;
  /** The caller's conversion with the buyer that counts instead of one of this dial (epoch ms); absent where none does. */
  convertedBefore?: { at: number; within: RepeatWindow };
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
  | "called-too-soon"
  | "caller-anonymous"
  | "nobody-eligible"
  | "attempts-used-up"
  | "time-used-up"
  | "converted"
  | "call-over"
  | "attempt-open"
  | "context-missing";

/** Somebody who is rung. `row` is the index in the campaign's rows, or "fallback". */
export type DialLeg = {
  attempt: number;
  row: number | "fallback";
  targetId: string;
  /** Null of an agent. */
  buyerId: number | null;
  /** Of an agent: how long its wrap-up after a conversation is. */
  wrapUpSeconds?: number;
  destination: Destination;
  terms: Terms;
  /** What the dial counts for; absent when nobody that it concerns has caps, and before engine 3. */
  claims?: readonly Claim[];
  /** Whose shared calls at once it is among; absent when nobody's. */
  shared?: readonly string[];
  /** For which rate it counts; absent when the target has none. */
  rate?: RateKey;
  /** What is held of the buyer's balance until the revenue is known; absent when the buyer does not pay in advance. */
  prepaid?: { heldMicros: MicrosText };
  /** What the dial stands for in what strategies compare; absent when none of the account's does. */
  offer?: Offer;
  /** Under which it counts for what is expected of its target; absent where nothing is, and before engine 4. */
  tally?: string;
};

/** What a decision chose. */
export type Choice =
  | (DialLeg & {
      kind: "dial";
      ringTimeoutSeconds: number;
      timeLimitSeconds: number;
      callerId: string;
      record: boolean;
      /** Who rings at the same time, under the numbers before; absent where nobody does, and before engine 4. */
      beside?: readonly DialLeg[];
    })
  /** `isMessage` where it is the campaign's own message for this, and not its apology. */
  | { kind: "apologise"; reason: EndReason; text: string; isMessage?: true }
  | { kind: "voicemail"; reason: EndReason; greeting: string; maxSeconds: number }
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
  /** 0 at arrival, n after dial attempt n; of several that rang at once, after the last. */
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
  /** What was known of the caller's other calls; absent where nothing asks, and in decisions of before engine 4. */
  recall?: Recall;
  /** How soon the call came after the caller's last one; absent where that was not too soon, and before engine 4. */
  tooSoon?: TooSoon;
  /** What the caps of each row had counted, same order as `reasons`; absent when no row has caps. */
  capsUsed?: readonly CapsUsed[];
  /** Calls in progress of those who share a limit with each row's target; absent when nobody does. */
  sharedInUse?: SharedInUse;
  /** Calls begun within the window of each row's rate; absent when no row has one. */
  rateUsed?: readonly number[];
  /** The caps on the publisher's payout as the call came in; absent where it has none, and of later steps. */
  payoutCaps?: PayoutCaps;
  /** The balance of each row's buyer, same order as `reasons`; absent when none pays in advance, and before engine 4. */
  balances?: readonly BalanceRead[];
  /** What was known of each row's agent, same order, null for targets; absent when no row is an agent. */
  agents?: readonly (AgentNumbers | null)[];
  /** Which value lists the call was in; absent when no row has a filter that asks, and before engine 4. */
  listed?: Listed;
  /** What the strategies compared; absent when none of the account's compares anything but weights. */
  recency?: Recency;
  /** Dials of each row's target in this call so far, same order as `reasons`; absent where no row allows two. */
  tries?: readonly number[];
  /** How long the call had waited; absent where the campaign sets no limit, and before engine 4. */
  waited?: Waited;
  /** What had come of the rows' calls; absent where no strategy of the campaign goes by it, and before engine 4. */
  expected?: Expected;
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

/** What the caller said for want of anybody to talk to. */
export type VoicemailFact = Omit<RecordingFact, "kind"> & { kind: "voicemail" };

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
  | VoicemailFact
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
    case "voicemail":
      return `voicemail:${fact.ref}:${fact.status}`;
    case "converted":
      return `converted:${fact.attempt}`;
    case "reported-conversion":
      return `reported-conversion:${fact.reportKey}`;
  }
};
