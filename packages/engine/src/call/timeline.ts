import type { CampaignBook } from "#book.ts";
import { toAmountText, toMicros } from "#money.ts";
import { describePick } from "#settle/rule-words.ts";
import { findDial, toLegs } from "./dial-leg.ts";
import type {
  ArrivedFact,
  CallEvent,
  CallFact,
  Choice,
  DialEndedFact,
  LegFact,
  LegStatus,
  RecordingFact,
  VoicemailFact,
} from "./event.ts";
import type { CallState } from "./state.ts";
import { dialWords, findTargetName, toDurationText, toNameList } from "./words.ts";

/** One line of a call's history. `at` is epoch ms, by the carrier's clock where it gave a time. */
export type TimelineEntry = { at: number; kind: CallFact["kind"]; title: string; detail: string | null };

type Line = Pick<TimelineEntry, "title" | "detail">;
type NameOf = (attempt: number | null) => string;

const legWords = {
  queued: "is waiting to be dialled",
  initiated: "is being dialled",
  ringing: "is ringing",
  "in-progress": "answered",
  completed: "left the line",
  busy: "was busy",
  "no-answer": "did not answer",
  failed: "could not be reached",
  canceled: "stopped ringing",
} as const satisfies Record<LegStatus, string>;

const callerWords = {
  ...legWords,
  "in-progress": "was answered",
  completed: "left the line",
  "no-answer": "gave up",
  canceled: "gave up",
  failed: "was cut off",
} as const satisfies Record<LegStatus, string>;

const describeLeg = (fact: LegFact, nameOf: NameOf): Line => {
  const isCaller = fact.parentRef === null && fact.attempt === null;
  const title = isCaller
    ? `The caller ${callerWords[fact.status]}`
    : `${nameOf(fact.attempt)} ${legWords[fact.status]}`;
  const details = [
    fact.seconds === null || fact.seconds === 0 ? [] : [`${toDurationText(fact.seconds)} on the line`],
    fact.sipCode === null ? [] : [`SIP ${fact.sipCode}`],
    fact.source === "record" ? ["from the carrier's record"] : [],
  ].flat();
  return { title, detail: details.length > 0 ? details.join(", ") : null };
};

const describeChoice = (choice: Choice, nameOf: NameOf): Line => {
  if (choice.kind === "hang-up") return { title: "Nothing left to do", detail: null };
  if (choice.kind === "voicemail")
    return { title: "The caller is asked for a message", detail: choice.greeting };
  if (choice.kind === "apologise") return { title: "A message is played", detail: choice.text };
  const name = toNameList(toLegs(choice).map(({ attempt }) => nameOf(attempt)));
  if (choice.beside !== undefined) {
    return { title: `Dialled ${name} at once`, detail: `for up to ${choice.ringTimeoutSeconds} s` };
  }
  const rings = `${choice.destination.address}, for up to ${choice.ringTimeoutSeconds} s`;
  return {
    title: choice.row === "fallback" ? `Dialled the fallback, ${name}` : `Dialled ${name}`,
    detail: rings,
  };
};

const recordingWords = {
  "in-progress": "Recording began",
  completed: "Recording ready",
  absent: "Nothing was recorded",
  failed: "Recording failed",
} as const satisfies Record<RecordingFact["status"], string>;

const voicemailWords = {
  "in-progress": "The caller's message began",
  completed: "The caller's message is ready",
  absent: "The caller left no message",
  failed: "The caller's message could not be recorded",
} as const satisfies Record<VoicemailFact["status"], string>;

const describeArrival = ({ from, to, payoutPick }: ArrivedFact): Line => ({
  title: `Call from ${from} to ${to}`,
  detail: payoutPick === undefined ? null : describePick(payoutPick),
});

const describeDialEnd = (fact: DialEndedFact, nameOfDial: NameOf): Line => {
  const lasted = fact.seconds === null ? "" : ` after ${toDurationText(fact.seconds)}`;
  return {
    title: `Dial to ${nameOfDial(fact.attempt)} ended: ${dialWords[fact.status]}${lasted}`,
    detail: fact.bridged === false ? "the two were never connected" : null,
  };
};

const describeFact = (fact: CallFact, nameOf: NameOf, nameOfDial: NameOf): Line => {
  switch (fact.kind) {
    case "arrived":
      return describeArrival(fact);
    case "decided":
      return describeChoice(fact.choice, nameOf);
    case "leg":
      return describeLeg(fact, nameOf);
    case "dial-ended":
      return describeDialEnd(fact, nameOfDial);
    case "recording":
    case "voicemail":
      return {
        title: fact.kind === "recording" ? recordingWords[fact.status] : voicemailWords[fact.status],
        detail: fact.seconds === null ? null : toDurationText(fact.seconds),
      };
    case "converted":
      return {
        title: "Converted",
        detail: `what the terms of ${nameOf(fact.attempt)} ask for has come`,
      };
    case "reported-conversion":
      return {
        title: "The buyer's system reported a conversion",
        detail: fact.micros === null ? null : `Worth ${toAmountText(toMicros(fact.micros))}`,
      };
  }
};

/** What answers comes after what it answers, when both bear the same time. */
const kindRanks = {
  arrived: 0,
  leg: 1,
  "dial-ended": 2,
  decided: 3,
  converted: 5,
  recording: 6,
  voicemail: 6,
  "reported-conversion": 7,
} as const;
const JUST_DIALLED_RANK = 4;

/** The carrier's clock counts whole seconds: a phone rings before it answers, and the caller's leg ends last. */
const toLegOrder = ({ status, parentRef, attempt }: LegFact): number => {
  const steps: readonly LegStatus[] = ["queued", "initiated", "ringing", "in-progress"];
  const step = steps.indexOf(status);
  if (step !== -1) return step / 10;
  return parentRef === null && attempt === null ? 0.5 : 0.4;
};

/** For the same reason a leg is never shown before the dial that made it. */
const toPlace = ({ at, fact }: CallEvent, state: CallState): { at: number; rank: number } => {
  if (fact.kind !== "leg") return { at, rank: kindRanks[fact.kind] };
  const dialledAt = state.attempts.find(({ number }) => number === fact.attempt)?.dialledAt;
  const shownAt = Math.max(fact.carrierAt ?? at, dialledAt ?? state.arrivedAt ?? 0);
  const rank = shownAt === dialledAt ? JUST_DIALLED_RANK : kindRanks.leg;
  return { at: shownAt, rank: rank + toLegOrder(fact) };
};

/** The call's history in plain English, oldest first. `campaign` gives the names; null when it is not known. */
export const toTimeline = (state: CallState, campaign: CampaignBook | null): TimelineEntry[] => {
  const targetIds = new Map(state.attempts.map(({ number, targetId }) => [number, targetId]));
  const legAttempts = new Map(state.attempts.flatMap(({ leg, number }) => (leg ? [[leg.ref, number]] : [])));
  const nameOf: NameOf = (attempt) =>
    findTargetName(campaign, attempt === null ? "" : (targetIds.get(attempt) ?? ""));
  const nameOfDial: NameOf = (attempt) => {
    const dial = attempt === null ? undefined : findDial(state.decisions, attempt);
    return toNameList((dial === undefined ? [] : toLegs(dial)).map((leg) => nameOf(leg.attempt)));
  };
  const toNamed = (fact: CallFact): CallFact =>
    fact.kind === "leg" && fact.attempt === null && fact.parentRef !== null
      ? { ...fact, attempt: legAttempts.get(fact.ref) ?? null }
      : fact;
  return state.events
    .map((event) => ({ fact: event.fact, ...toPlace(event, state) }))
    .toSorted((a, b) => a.at - b.at || a.rank - b.rank)
    .map(({ fact, at }) => {
      const { title, detail } = describeFact(toNamed(fact), nameOf, nameOfDial);
      return { at, kind: fact.kind, title: title.charAt(0).toUpperCase() + title.slice(1), detail };
    });
};
