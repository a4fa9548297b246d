import type { Machine } from "#machine.ts";
import type { Call, CallEvent } from "./call.ts";
import type { Leg } from "./leg.ts";

type Told = CallEvent extends infer Event
  ? Event extends unknown
    ? Omit<Event, "at" | "legSid">
    : never
  : never;

/** Adds to the transcript and tells whoever watches the call. */
export const tell = (machine: Machine, call: Call, leg: Leg, told: Told): void => {
  const event = { at: machine.clock.now(), legSid: leg.sid, ...told } as CallEvent;
  call.events.push(event);
  for (const listener of call.listeners) listener(event);
};

/** Records what the customer got wrong, in the call and in the world's list. */
export const reportFault = (machine: Machine, call: Call, leg: Leg, code: number, message: string): void => {
  call.faults += 1;
  machine.world.faults.push({ at: machine.clock.now(), callSid: call.sid, legSid: leg.sid, code, message });
  tell(machine, call, leg, { kind: "fault", code, message });
};
