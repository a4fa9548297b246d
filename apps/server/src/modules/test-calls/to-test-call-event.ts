import type { TestCallEvent } from "@ccp/contract";
import type { SimulatedEvent } from "./simulator.ts";

const lineWords: Readonly<Record<string, string>> = {
  queued: "is waiting to be dialled",
  initiated: "is being dialled",
  ringing: "is ringing",
  "in-progress": "was answered",
  completed: "is closed",
  busy: "is busy",
  "no-answer": "was not answered",
  failed: "could not be reached",
  canceled: "stopped ringing",
};

/** The carrier reports what has happened, and asks for everything else. */
const toRequestText = (purpose: string): string => {
  const isReport = /^(?:status|recording):/.test(purpose);
  return isReport
    ? `The carrier reported ${purpose.replace(":", " ")}`
    : `The carrier asked what to do (${purpose})`;
};

const toText = (event: SimulatedEvent, who: string): string => {
  const say = (field: string): string => String(event[field]);
  switch (event.kind) {
    case "status":
      return `${who}'s line ${lineWords[say("status")] ?? say("status")}`;
    case "hears":
      return `${who} hears: ${say("what")}`;
    case "does":
      return `${who} ${say("what")}`;
    case "bridged":
      return `${who} is connected`;
    case "request":
      return `${toRequestText(say("purpose"))} and got ${say("status")} after ${say("tookMs")} ms`;
    case "fault":
      return `The carrier reports ${say("code")}: ${say("message")}`;
  }
};

/** A step of a simulated call in words. `rootSid` is the caller's own leg. */
export const toTestCallEvent = (event: SimulatedEvent, sequence: number, rootSid: string): TestCallEvent => {
  const { at, kind, legSid: _, ...details } = event;
  const who = event.legSid === rootSid ? "The caller" : "The target";
  return {
    sequence,
    at: new Date(at).toISOString(),
    kind,
    text: toText(event, who),
    details,
  };
};
