import { toRecordingUrl } from "#calls/leg-life.ts";
import { startRecording, stopRecording, type RecordingCallback } from "#calls/recordings.ts";
import { ask } from "#calls/ask.ts";
import type { PlayVerb, Question, Session } from "#calls/session.ts";
import { tell } from "#calls/tell.ts";
import { interrupt, InterruptedError, startTimer, waitFor } from "#calls/wait.ts";
import { toMs } from "#far-ends.ts";
import type { TwimlElement } from "#twiml/parse-twiml.ts";
import type { Recording } from "#world/recording.ts";
import { findEndpoint, getDocumentEndpoint, getNumber, getWords } from "./attributes.ts";

const defaultMessageMs = 5000;

/** Records what the far end says until a key, silence, the maximum or a hang-up ends it. */
export const playRecord: PlayVerb = async (session, element) => {
  const { machine, call, leg } = session;
  const callback = findRecordingCallback(session, element);
  if (element.attributes["playBeep"] !== "false") tell(machine, call, leg, { kind: "hears", what: "beep" });
  const startedAt = machine.clock.now();
  const recording = startRecording(session, "RecordVerb", 1, callback);
  const finish = (endedBy: string, silenceMs: number): Question => {
    const ms = Math.max(0, machine.clock.now() - startedAt - silenceMs);
    stopRecording(session, recording, ms, callback);
    return toActionQuestion(session, element, recording, endedBy);
  };
  try {
    const { key, silenceMs } = await listenToMessage(session, element);
    const question = finish(key, silenceMs);
    return recording.durationSeconds === 0 && key === "" ? { kind: "next" } : { kind: "go", question };
  } catch (error) {
    if (error instanceof InterruptedError && error.interruption.kind === "hung-up")
      await ask(session, finish("hangup", 0));
    throw error;
  }
};

type Message = { readonly key: string; readonly silenceMs: number };

const listenToMessage = async (session: Session, element: TwimlElement): Promise<Message> => {
  const { call, leg } = session;
  const finishKeys = element.attributes["finishOnKey"] ?? "1234567890*#";
  const timeoutMs = getNumber(element, "timeout", 5) * 1000;
  const maxMs = getNumber(element, "maxLength", 3600) * 1000;
  const reply = leg.replies.shift();
  const isMessage = reply?.kind === "message";
  const talkMs = isMessage ? toMs(reply.seconds, call.random) : reply === undefined ? defaultMessageMs : 0;
  const endsWith = isMessage ? (reply.endsWith ?? "silence") : "silence";
  const silenceMs = endsWith === "silence" ? timeoutMs : 0;
  return waitFor<Message>(session, (wake) => {
    leg.onKey = (key) => {
      if (finishKeys.includes(key)) wake({ key, silenceMs: 0 });
    };
    const stopMaximum = startTimer(session, maxMs, () => {
      wake({ key: "", silenceMs: Math.max(0, maxMs - talkMs) });
    });
    const stopMessage = startTimer(session, talkMs + silenceMs, () => {
      if (endsWith === "silence") wake({ key: "", silenceMs });
      else if (endsWith === "#") leg.onKey?.("#");
      else interrupt(leg, { kind: "hung-up", by: "far-end", at: session.machine.clock.now() });
    });
    return () => {
      delete leg.onKey;
      stopMaximum();
      stopMessage();
    };
  });
};

const toActionQuestion = (
  session: Session,
  element: TwimlElement,
  recording: Recording,
  digits: string,
): Question => ({
  endpoint:
    findEndpoint(session, element, "action", "method") ??
    getDocumentEndpoint(session, element.attributes["method"]),
  purpose: "record-action",
  params: {
    RecordingUrl: toRecordingUrl(session.machine, recording),
    RecordingSid: recording.sid,
    RecordingDuration: String(recording.durationSeconds),
    ...(digits === "" ? {} : { Digits: digits }),
  },
});

/** The callback that a Dial or Record asks for. */
export const findRecordingCallback = (
  session: Session,
  element: TwimlElement,
): RecordingCallback | undefined => {
  const endpoint = findEndpoint(session, element, "recordingStatusCallback", "recordingStatusCallbackMethod");
  if (endpoint === undefined) return undefined;
  return { ...endpoint, events: getWords(element, "recordingStatusCallbackEvent", "completed") };
};
