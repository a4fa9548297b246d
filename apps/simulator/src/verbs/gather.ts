import { tell } from "#calls/tell.ts";
import type { PlayVerb, Session, Step } from "#calls/session.ts";
import { startTimer, waitFor } from "#calls/wait.ts";
import { toMs, type Reply } from "#far-ends.ts";
import type { TwimlElement } from "#twiml/parse-twiml.ts";
import type { Params } from "#webhooks/sign.ts";
import { findEndpoint, getDocumentEndpoint, getFlag, getNumber, getWords } from "./attributes.ts";
import { toPrompt } from "./prompts.ts";

type Heard =
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "speech"; readonly text: string; readonly confidence: number }
  | { readonly kind: "silence" };

type Ear = { onHeard?: (heard: Heard) => void; readonly waiting: Heard[] };

/** Plays the prompts while listening for keys and speech, then asks the action what to do with them. */
export const playGather: PlayVerb = async (session, element) => {
  const input = getWords(element, "input", "dtmf");
  const ear: Ear = { waiting: [] };
  const stopReply = startReply(session, ear, input);
  if (input.has("dtmf")) {
    session.leg.onKey = (key) => {
      hear(ear, { kind: "key", key });
    };
  }
  try {
    const first = await listenThroughPrompts(session, element, ear);
    return await collect(session, element, ear, first);
  } finally {
    stopReply();
    delete session.leg.onKey;
  }
};

const hear = (ear: Ear, heard: Heard): void => {
  if (ear.onHeard === undefined) ear.waiting.push(heard);
  else ear.onHeard(heard);
};

/** Waits for the next key or words, at most so long. */
const listen = async (session: Session, ear: Ear, ms: number): Promise<Heard> => {
  const waiting = ear.waiting.shift();
  if (waiting !== undefined) return waiting;
  return waitFor<Heard>(session, (wake) => {
    ear.onHeard = wake;
    const stopTimer = startTimer(session, ms, () => {
      wake({ kind: "silence" });
    });
    return () => {
      delete ear.onHeard;
      stopTimer();
    };
  });
};

const listenThroughPrompts = async (session: Session, element: TwimlElement, ear: Ear): Promise<Heard> => {
  for (const child of element.children) {
    const { what, ms } = toPrompt(session, child);
    if (what !== undefined) tell(session.machine, session.call, session.leg, { kind: "hears", what });
    const heard = await listen(session, ear, ms);
    if (heard.kind !== "silence") return heard;
  }
  return listen(session, ear, getNumber(element, "timeout", 5) * 1000);
};

const collect = async (session: Session, element: TwimlElement, ear: Ear, first: Heard): Promise<Step> => {
  const finishOnKey = element.attributes["finishOnKey"] ?? "#";
  const numDigits = getNumber(element, "numDigits", Number.POSITIVE_INFINITY);
  const timeoutMs = getNumber(element, "timeout", 5) * 1000;
  let digits = "";
  let heard = first;
  while (heard.kind === "key" && heard.key !== finishOnKey) {
    digits += heard.key;
    if (digits.length >= numDigits) break;
    heard = await listen(session, ear, timeoutMs);
  }
  if (heard.kind === "speech")
    return goToAction(session, element, {
      SpeechResult: heard.text,
      Confidence: String(heard.confidence),
      Language: element.attributes["language"] ?? "en-US",
    });
  if (digits === "" && !getFlag(element, "actionOnEmptyResult")) return { kind: "next" };
  const isFinished = heard.kind === "key" && heard.key === finishOnKey;
  return goToAction(session, element, { Digits: digits, FinishedOnKey: isFinished ? finishOnKey : "" });
};

const goToAction = (session: Session, element: TwimlElement, params: Params): Step => ({
  kind: "go",
  question: {
    endpoint:
      findEndpoint(session, element, "action", "method") ??
      getDocumentEndpoint(session, element.attributes["method"]),
    purpose: "gather-action",
    params,
  },
});

const defaultReplyMs = 1000;
const betweenKeysMs = 200;

/** Lets the far end give its next scripted reply; answers what stops it. */
const startReply = (session: Session, ear: Ear, input: ReadonlySet<string>): (() => void) => {
  const { machine, call, leg } = session;
  const reply = leg.replies.shift();
  if (reply === undefined || reply.kind === "silence" || reply.kind === "message") return () => {};
  const startMs = reply.afterSeconds === undefined ? defaultReplyMs : toMs(reply.afterSeconds, call.random);
  const stops = toActs(reply).map(({ heard, what }, index) =>
    startTimer(session, startMs + index * betweenKeysMs, () => {
      tell(machine, call, leg, { kind: "does", what });
      if (input.has(heard.kind === "key" ? "dtmf" : "speech")) hear(ear, heard);
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
};

const toActs = (
  reply: Extract<Reply, { kind: "digits" | "speech" }>,
): readonly { heard: Heard; what: string }[] =>
  reply.kind === "digits"
    ? Array.from(reply.digits).map((key) => ({ heard: { kind: "key", key }, what: `presses ${key}` }))
    : [
        {
          heard: { kind: "speech", text: reply.text, confidence: reply.confidence ?? 0.9 },
          what: `says ${reply.text}`,
        },
      ];
