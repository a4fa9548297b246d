import type { Call, NewCall } from "#calls/call.ts";
import type { Leg } from "#calls/leg.ts";
import { runLater } from "#calls/notify.ts";
import { placeCall } from "#calls/place-call.ts";
import type { VerbTable } from "#calls/session.ts";
import { tell } from "#calls/tell.ts";
import { interrupt } from "#calls/wait.ts";
import type { Machine } from "#machine.ts";
import { CommandError } from "./command-error.ts";

/** What somebody outside can make the people on the phone do. */
export type Commands = {
  getCall(callSid: string): Call;
  placeCall(call: NewCall): Call;
  /** The person at this leg presses keys. */
  pressKeys(legSid: string, keys: string): void;
  /** The person at this leg hangs up. */
  hangUp(legSid: string): void;
};

export const createCommands = (machine: Machine, verbs: VerbTable): Commands => {
  const getLeg = (sid: string): { readonly leg: Leg; readonly call: Call } => {
    const found = machine.world.legs.get(sid);
    if (found === undefined) throw new CommandError(404, `no call ${sid}`);
    return found;
  };
  return {
    getCall: (callSid) => {
      const call = machine.world.calls.get(callSid);
      if (call === undefined) throw new CommandError(404, `no call ${callSid}`);
      return call;
    },
    placeCall: (call) => {
      if (!machine.world.numbers.has(call.to)) throw new CommandError(422, `no account owns ${call.to}`);
      return placeCall(machine, verbs, call);
    },
    pressKeys: (legSid, keys) => {
      const { leg, call } = getLeg(legSid);
      if (!/^[0-9*#A-D]+$/.test(keys)) throw new CommandError(422, `"${keys}" are not keys of a phone`);
      runLater(machine, call, 0, () => {
        for (const key of keys) {
          tell(machine, call, leg, { kind: "does", what: `presses ${key}` });
          leg.onKey?.(key);
        }
      });
    },
    hangUp: (legSid) => {
      const { leg, call } = getLeg(legSid);
      runLater(machine, call, 0, () => {
        if (leg.endedAt !== undefined) return;
        tell(machine, call, leg, { kind: "does", what: "hangs up" });
        interrupt(leg, { kind: "hung-up", by: "far-end", at: machine.clock.now() });
      });
    },
  };
};
