import type { TestCallEvent } from "@ccp/contract";
import type { SimulatedEvent } from "./simulator.ts";

const toText = (event: SimulatedEvent, who: string): string => {
  const say = (field: string): string => String(event[field]);
  switch (event.kind) {
    case "status":
      return `${who}: ${say("status")}`;
    case "hears":
      return `${who} hears: ${say("what")}`;
    case "does":
      return `${who} ${say("what")}`;
    case "bridged":
      return `${who} is connected`;
    case "request":
      return `The carrier asked for ${say("purpose")} and got ${say("status")} after ${say("tookMs")} ms`;
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
