import { ask } from "#calls/ask.ts";
import { startRecording, stopRecording } from "#calls/recordings.ts";
import type { PlayVerb, Session, Step } from "#calls/session.ts";
import { reportFault, tell } from "#calls/tell.ts";
import { InterruptedError } from "#calls/wait.ts";
import type { TwimlElement } from "#twiml/parse-twiml.ts";
import type { Recording } from "#world/recording.ts";
import { findEndpoint, getFlag, getNumber } from "./attributes.ts";
import { bridge } from "./bridge.ts";
import { stopChild, type DialRun } from "./child.ts";
import { describeDial, isCallerIdAllowed, type DialOutcome } from "./dial-outcome.ts";
import { readNouns, type Noun } from "./nouns.ts";
import { findRecordingCallback } from "./record.ts";
import { ringInTurn, ringTogether } from "./ring-phones.ts";

const minTimeoutSeconds = 5;
const maxTimeoutSeconds = 600;
const defaultTimeLimitSeconds = 14_400;

/** Rings somebody, bridges, and asks the action what to do afterwards. */
export const playDial: PlayVerb = async (session, element) => {
  const read = readNouns(session, element);
  if (read.kind === "refused") return refuse(session, element, read.code, read.message);
  const timeout = getNumber(element, "timeout", 30);
  if (timeout < minTimeoutSeconds || timeout > maxTimeoutSeconds)
    return refuse(session, element, 13_212, `timeout="${timeout}" is not between 5 and 600`);
  const callerId = element.attributes["callerId"] ?? session.leg.from;
  if (!isCallerIdAllowed(session, callerId, read.nouns))
    return refuse(
      session,
      element,
      13_214,
      `callerId "${callerId}" belongs neither to the call nor to the account`,
    );
  session.call.dials += 1;
  const run: DialRun = { parent: session, number: session.call.dials, callerId, children: [] };
  return dial(run, element, read.nouns);
};

/** A Dial that cannot be carried out fails loudly and goes on as one that was not connected. */
const refuse = (session: Session, element: TwimlElement, code: number, message: string): Step => {
  reportFault(session.machine, session.call, session.leg, code, message);
  if (code === 12_200) return { kind: "fault", code };
  return goOn(session, element, { status: "failed", isBridged: false, seconds: 0 });
};

const dial = async (run: DialRun, element: TwimlElement, nouns: readonly Noun[]): Promise<Step> => {
  const { parent } = run;
  const { machine, call, leg } = parent;
  tell(machine, call, leg, {
    kind: "hears",
    what: `ringing ${nouns.map((noun) => noun.destination).join(", ")}`,
  });
  const recorder = createRecorder(parent, element);
  try {
    const timeoutMs =
      (getNumber(element, "timeout", 30) + machine.world.switches.measures.dialTimeoutExtraSeconds) * 1000;
    recorder.start("record-from-ringing");
    const winner = getFlag(element, "sequential")
      ? await ringInTurn(run, nouns, timeoutMs)
      : await ringTogether(run, nouns, machine.clock.now() + timeoutMs);
    if (winner !== undefined) {
      recorder.start("record-from-answer", winner.leg.recordingSids);
      await bridge(run, winner, {
        timeLimitMs: getNumber(element, "timeLimit", defaultTimeLimitSeconds) * 1000,
        hangupOnStar: getFlag(element, "hangupOnStar"),
      });
    }
    return goOn(parent, element, describeDial(run, winner, recorder.stop()));
  } catch (error) {
    if (error instanceof InterruptedError) await leave(run, element, error, recorder);
    throw error;
  }
};

/** The caller is gone, or was taken elsewhere: the phones stop, and the action may hear of it. */
const leave = async (
  run: DialRun,
  element: TwimlElement,
  { interruption }: InterruptedError,
  recorder: Recorder,
): Promise<void> => {
  const { behaviour } = run.parent.machine.world.switches;
  const winner = run.children.find(({ leg }) => leg.isBridged);
  for (const child of run.children) stopChild(run, child, behaviour.childStatusAfterCallerLeft);
  const recording = recorder.stop();
  if (interruption.kind === "redirected" || behaviour.actionAfterCallerLeft === "skipped") return;
  const described = describeDial(run, winner, recording);
  const outcome =
    winner === undefined ? { ...described, status: behaviour.dialStatusAfterCallerLeft } : described;
  const step = goOn(run.parent, element, outcome);
  if (step.kind !== "go") return;
  const { leg } = run.parent;
  leg.status = leg.answeredAt === undefined ? behaviour.unansweredParentStatus : "completed";
  await ask(run.parent, step.question);
};

const goOn = (session: Session, element: TwimlElement, outcome: DialOutcome): Step => {
  const endpoint = findEndpoint(session, element, "action", "method");
  if (endpoint === undefined) return { kind: "next" };
  return {
    kind: "go",
    question: {
      endpoint,
      purpose: "dial-action",
      params: {
        DialCallStatus: outcome.status,
        DialBridged: String(outcome.isBridged),
        ...(outcome.seconds === undefined ? {} : { DialCallDuration: String(outcome.seconds) }),
        ...(outcome.childSid === undefined ? {} : { DialCallSid: outcome.childSid }),
        ...outcome.recordingParams,
      },
    },
  };
};

type Recorder = {
  /** Begins to record if the Dial asks for a recording from this moment on. */
  start(from: string, alsoOf?: string[]): void;
  stop(): Recording | undefined;
};

const createRecorder = (session: Session, element: TwimlElement): Recorder => {
  const wanted = element.attributes["record"] ?? "do-not-record";
  const callback = findRecordingCallback(session, element);
  let recording: Recording | undefined;
  return {
    start: (from, alsoOf) => {
      if (recording === undefined && wanted.replace("-dual", "") === from)
        recording = startRecording(session, "DialVerb", wanted.endsWith("-dual") ? 2 : 1, callback);
      if (recording !== undefined) alsoOf?.push(recording.sid);
    },
    stop: () => {
      if (recording !== undefined)
        stopRecording(session, recording, session.machine.clock.now() - recording.startedAt, callback);
      return recording;
    },
  };
};
