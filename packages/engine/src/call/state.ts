import type {
  ArrivedFact,
  CallEvent,
  DecidedFact,
  DialEndedFact,
  LegStatus,
  RecordingFact,
  ReportedConversionFact,
  Terms,
  VoicemailFact,
} from "./event.ts";
import type { Destination } from "#book.ts";

/** What is known of one leg: the highest-ranking status, the best seconds. */
export type LegState = {
  ref: string;
  status: LegStatus;
  /** Epoch ms, the carrier's clock where it gave one. */
  answeredAt: number | null;
  endedAt: number | null;
  seconds: number | null;
  source: "callback" | "record";
};

/** How a dial attempt stands. `not-bridged`: the target's side answered, and nobody was connected. */
export type AttemptOutcome =
  | "dialling"
  | "connected"
  | "completed"
  | "busy"
  | "no-answer"
  | "failed"
  | "canceled"
  | "not-bridged";

export type AttemptState = {
  number: number;
  /** How many rang at once, itself included. */
  ringSize: number;
  targetId: string;
  /** Null of an agent, from whom nobody is owed anything. */
  buyerId: number | null;
  destination: Destination;
  terms: Terms;
  dialledAt: number;
  leg: LegState | null;
  dialEnded: DialEndedFact | null;
  /** Set at the moment the conversion was due; the carrier's final word may still withdraw it. */
  convertedAt: number | null;
  outcome: AttemptOutcome;
  connectedAt: number | null;
  /** Payable seconds and where they come from; null while nothing final is known. */
  connectedSeconds: number | null;
  secondsSource: "dial" | "leg" | "record" | null;
};

/** How the whole call stands. */
export type CallStatus = "ringing" | "in-progress" | "ended";

/** How an ended call went, null while it lasts. */
export type CallOutcome = "connected" | "not-connected" | "abandoned" | "refused";

/** The fold of a call's events: the same for every order and any repetition of them. */
export type CallState = {
  callId: string;
  accountId: string;
  /** All that is known, once by key, ascending; everything below is derived from it. */
  events: readonly CallEvent[];
  /** Epoch ms of the latest fact; null while there is none. */
  lastFactAt: number | null;
  arrivedAt: number | null;
  arrived: ArrivedFact | null;
  /** The caller's own leg. */
  caller: LegState | null;
  /** By step, ascending. */
  decisions: readonly DecidedFact[];
  /** By number, ascending. */
  attempts: readonly AttemptState[];
  recordings: readonly RecordingFact[];
  voicemails: readonly VoicemailFact[];
  /** The latest; null while the buyer's system has reported nothing. */
  reported: ReportedConversionFact | null;
  status: CallStatus;
  outcome: CallOutcome | null;
  endedAt: number | null;
};
