import type { DialEndedFact, LegStatus, RecordingFact } from "@ccp/engine";
import type {
  CallIncoming,
  DialEnded,
  Form,
  LegProgress,
  Parsed,
  RecordingUpdated,
} from "#carriers/carrier.ts";

const textMax = 256;
const urlMax = 2048;

const legStatuses: ReadonlySet<string> = new Set<LegStatus>([
  "queued",
  "initiated",
  "ringing",
  "in-progress",
  "completed",
  "busy",
  "no-answer",
  "failed",
  "canceled",
]);

const dialStatuses: ReadonlySet<string> = new Set<DialEndedFact["status"]>([
  "completed",
  "answered",
  "busy",
  "no-answer",
  "failed",
  "canceled",
]);

const recordingStatuses: ReadonlySet<string> = new Set<RecordingFact["status"]>([
  "in-progress",
  "completed",
  "absent",
  "failed",
]);

const isLegStatus = (word: string): word is LegStatus => legStatuses.has(word);
const isDialStatus = (word: string): word is DialEndedFact["status"] => dialStatuses.has(word);
const isRecordingStatus = (word: string): word is RecordingFact["status"] => recordingStatuses.has(word);

/** The field's text, or its first value where it is repeated; "" when absent. */
const readRaw = (form: Form, name: string): string => {
  const value = form.get(name);
  if (value === undefined) return "";
  return typeof value === "string" ? value : (value[0] ?? "");
};

// V8 copies shorter parts of a text anyway; longer ones hold on to the whole.
const partLeast = 13;

/** The same text in memory of its own: a part of a body would keep the whole body for as long as its call is known. */
const toOwn = (text: string): string => (text.length < partLeast ? text : Buffer.from(text).toString());

/** Control characters and halves of pairs, which PostgreSQL and XML refuse. */
const unstorable = /[\p{Cc}\p{Cs}]/gu;

/** Characters that are fit to be stored: nearly all there are, so they are looked for first. */
const storable = /^[ -~]*$/;

const clean = (text: string): string => toOwn(storable.test(text) ? text : text.replace(unstorable, ""));

/** Text that is fit to be stored and shown, and no novel; what the cut leaves of a pair goes too. */
const readText = (form: Form, name: string): string => {
  const raw = readRaw(form, name);
  return raw === "" ? raw : clean(raw.length > textMax ? raw.slice(0, textMax) : raw);
};

const findUrl = (form: Form, name: string): string | null => {
  const url = clean(readRaw(form, name));
  return url.length <= urlMax && URL.canParse(url) ? url : null;
};

const findText = (form: Form, name: string): string | null => readText(form, name) || null;

const ref = /^[\w.:@+=/-]{1,128}$/;

/** A carrier's id; undefined where it is missing or could not be one. */
const findRef = (form: Form, name: string): string | undefined => {
  const value = readRaw(form, name);
  return ref.test(value) ? toOwn(value) : undefined;
};

const readCount = (form: Form, name: string): number | null => {
  const value = readRaw(form, name);
  return /^\d{1,9}$/.test(value) ? Number(value) : null;
};

const readFlag = (form: Form, name: string): boolean | null => {
  const value = readRaw(form, name).toLowerCase();
  if (value === "true") return true;
  return value === "false" ? false : null;
};

const readTime = (form: Form, name: string): number | null => {
  const value = readRaw(form, name);
  if (value === "") return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
};

/** The AccountSid that a form claims to come from: to look it up, and not to be kept. */
export const findAccountRef = (form: Form): string | undefined => {
  const value = readRaw(form, "AccountSid");
  return ref.test(value) ? value : undefined;
};

type Refs = { accountRef: string; callRef: string };

const findRefs = (form: Form): Refs | undefined => {
  const accountRef = findAccountRef(form);
  const callRef = findRef(form, "CallSid");
  return accountRef === undefined || callRef === undefined ? undefined : { accountRef, callRef };
};

const junk = (reason: string): { kind: "junk"; reason: string } => ({ kind: "junk", reason });

/** The voice webhook: a new call, or the same call at the fallback address. */
export const parseIncoming = (form: Form): Parsed<CallIncoming> => {
  const refs = findRefs(form);
  if (refs === undefined) return junk("no-call");
  const to = readText(form, "To");
  if (to === "") return junk("no-number");
  const code = readText(form, "ErrorCode");
  return {
    kind: "event",
    event: {
      kind: "call.incoming",
      ...refs,
      from: readText(form, "From"),
      to,
      place: {
        city: findText(form, "FromCity"),
        state: findText(form, "FromState"),
        zip: findText(form, "FromZip"),
        country: findText(form, "FromCountry"),
      },
      stirVerstat: findText(form, "StirVerstat"),
      failure: code === "" ? null : { code, url: clean(readRaw(form, "ErrorUrl")) },
    },
  };
};

/** The request that follows a dial: never junk over its outcome, for the caller is waiting for an answer. */
export const parseDialEnded = (form: Form): Parsed<DialEnded> => {
  const refs = findRefs(form);
  if (refs === undefined) return junk("no-call");
  const status = readRaw(form, "DialCallStatus");
  const callerStatus = readRaw(form, "CallStatus");
  return {
    kind: "event",
    event: {
      kind: "dial.ended",
      ...refs,
      childRef: findRef(form, "DialCallSid") ?? null,
      status: isDialStatus(status) ? status : null,
      seconds: readCount(form, "DialCallDuration"),
      bridged: readFlag(form, "DialBridged"),
      callerStatus: isLegStatus(callerStatus) ? callerStatus : null,
      callerSeconds: readCount(form, "CallDuration"),
    },
  };
};

/** A status callback of either leg. */
export const parseLegProgress = (form: Form): Parsed<LegProgress> => {
  const refs = findRefs(form);
  if (refs === undefined) return junk("no-call");
  const status = readRaw(form, "CallStatus");
  if (!isLegStatus(status)) return junk("unknown-status");
  return {
    kind: "event",
    event: {
      kind: "leg.progress",
      accountRef: refs.accountRef,
      ref: refs.callRef,
      parentRef: findRef(form, "ParentCallSid") ?? null,
      status,
      seconds: readCount(form, "CallDuration"),
      sequence: readCount(form, "SequenceNumber"),
      carrierAt: readTime(form, "Timestamp"),
      sipCode: readCount(form, "SipResponseCode"),
    },
  };
};

/** A recording callback; its call is always the caller's own leg. */
export const parseRecording = (form: Form): Parsed<RecordingUpdated> => {
  const refs = findRefs(form);
  if (refs === undefined) return junk("no-call");
  const recordingRef = findRef(form, "RecordingSid");
  if (recordingRef === undefined) return junk("no-recording");
  const status = readRaw(form, "RecordingStatus");
  if (!isRecordingStatus(status)) return junk("unknown-status");
  return {
    kind: "event",
    event: {
      kind: "recording.updated",
      ...refs,
      ref: recordingRef,
      status,
      url: findUrl(form, "RecordingUrl"),
      seconds: readCount(form, "RecordingDuration"),
      channels: readCount(form, "RecordingChannels"),
    },
  };
};
