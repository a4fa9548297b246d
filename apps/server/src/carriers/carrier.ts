import type { Readable } from "node:stream";
import type { CallerPlace, DialEndedFact, Instruction, LegStatus, RecordingFact } from "@ccp/engine";

/** A webhook as it came in: the exact bytes, so that signatures can be checked over them. */
export type RawRequest = {
  method: string;
  /** Path with its query string, as received. */
  url: string;
  /** Names and values in turn, as received. */
  rawHeaders: readonly string[];
  body: Buffer;
};

/** A decoded form body: every field, untrimmed, a repeated name with all its values in order. */
export type Form = ReadonlyMap<string, string | readonly string[]>;

/** Which of our addresses the carrier called; the last part of the path. */
export type WebhookKind = "voice" | "step" | "status" | "recording" | "voicemail" | "message-taken";

/** A call reached a number. */
export type CallIncoming = {
  kind: "call.incoming";
  accountRef: string;
  callRef: string;
  from: string;
  to: string;
  place: CallerPlace;
  stirVerstat: string | null;
  /** Set when the carrier asks the fallback address: what went wrong at the first. */
  failure: { code: string; url: string } | null;
};

/** The carrier asks what to do after a dial attempt. */
export type DialEnded = {
  kind: "dial.ended";
  accountRef: string;
  callRef: string;
  childRef: string | null;
  /** Null when the carrier did not say, or said a word we do not know. */
  status: DialEndedFact["status"] | null;
  seconds: number | null;
  bridged: boolean | null;
  /** How the caller's own leg stands; final when the caller has hung up. */
  callerStatus: LegStatus | null;
  callerSeconds: number | null;
};

/** One leg reached a status. */
export type LegProgress = {
  kind: "leg.progress";
  accountRef: string;
  ref: string;
  parentRef: string | null;
  status: LegStatus;
  seconds: number | null;
  sequence: number | null;
  carrierAt: number | null;
  sipCode: number | null;
};

export type RecordingUpdated = {
  kind: "recording.updated";
  accountRef: string;
  callRef: string;
  ref: string;
  status: RecordingFact["status"];
  url: string | null;
  seconds: number | null;
  channels: number | null;
};

/** A carrier's webhook in our words. Refs are the carrier's ids, of no particular format. */
export type CarrierEvent = CallIncoming | DialEnded | LegProgress | RecordingUpdated;

/** A webhook read, or the reason why it says nothing we can use. */
export type Parsed<Event extends CarrierEvent = CarrierEvent> =
  | { kind: "event"; event: Event }
  | { kind: "junk"; reason: string };

/** Whether the carrier account's owner signed exactly this request. */
export type Verdict =
  | { kind: "genuine" }
  | { kind: "forged"; reason: "unsigned" | "no-token" | "bad-signature" };

/** Absolute addresses, each carrying the signed route state, that the rendered instruction sends the carrier back to. */
export type StepUrls = {
  /** Asked for what comes after a dial. */
  step: string;
  /** Told how the leg of an attempt stands. */
  toStatus: (attempt: number) => string;
  recording: string;
  /** Asked for what comes after a message was taken, and told of its recording. */
  messageTaken: string;
  voicemail: string;
};

/** A carrier's own record of a leg, for settling what callbacks left open. */
export type CarrierLegRecord = {
  ref: string;
  parentRef: string | null;
  to: string;
  status: LegStatus;
  startedAt: number | null;
  endedAt: number | null;
  seconds: number | null;
};

export type CarrierRecordingRecord = {
  ref: string;
  /** Of a message that the caller left, and not of a conversation. */
  isVoicemail: boolean;
  status: RecordingFact["status"];
  url: string;
  seconds: number | null;
  channels: number | null;
};

/** A recording's sound as it comes in, hundreds of megabytes for a long call: whoever gets it reads or destroys it. */
export type RecordingMedia = {
  contentType: string;
  /** Null where the carrier does not say. */
  sizeBytes: number | null;
  body: Readable;
};

/** REST questions to the carrier. Each rejects when the carrier cannot be reached; `findCall` is undefined when it knows no such call. */
export type CarrierClient = {
  findCall(callRef: string): Promise<CarrierLegRecord | undefined>;
  listChildCalls(callRef: string): Promise<CarrierLegRecord[]>;
  listRecordings(callRef: string): Promise<CarrierRecordingRecord[]>;
  endCall(callRef: string): Promise<void>;
  fetchRecording(recordingRef: string): Promise<RecordingMedia>;
};

export type RenderedAnswer = { contentType: string; body: string };

/** What `carriers/<name>` provides to the live path. */
export type CarrierAdapter = {
  /** Its part of the webhooks' addresses: `/carriers/<name>/voice`. */
  name: string;
  /** Undefined when the body is no form, or has more fields than any webhook. */
  readForm(body: Buffer): Form | undefined;
  /** The carrier's id of the account that claims to have sent this; unproven until `verify`. */
  findAccountRef(form: Form): string | undefined;
  /** Checks the signature over `publicUrl` + `request.url` and the form; genuine when any of the tokens made it. */
  verify(request: RawRequest, form: Form, publicUrl: string, authTokens: readonly string[]): Verdict;
  parseIncoming(form: Form): Parsed<CallIncoming>;
  parseDialEnded(form: Form): Parsed<DialEnded>;
  parseLegProgress(form: Form): Parsed<LegProgress>;
  parseRecording(form: Form): Parsed<RecordingUpdated>;
  render(instruction: Instruction, urls: StepUrls): RenderedAnswer;
};
