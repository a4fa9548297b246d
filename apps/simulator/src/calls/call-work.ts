import type { Machine } from "#machine.ts";
import type { Call } from "./call.ts";

/** Something of this call is still to come: a leg that lives, a callback on its way. */
export const openWork = (call: Call): void => {
  call.openWork += 1;
};

/** The counterpart; the call is over with its last piece of work. */
export const closeWork = (machine: Machine, call: Call): void => {
  call.openWork -= 1;
  if (call.openWork > 0 || call.isOver) return;
  call.isOver = true;
  machine.world.counters.callsOpen -= 1;
  for (const listener of call.listeners) listener("end");
  call.listeners.clear();
  forgetOldTranscript(machine, call);
};

const forgetOldTranscript = ({ world, transcriptsKept }: Machine, call: Call): void => {
  world.transcripts.push(call);
  while (world.transcripts.length > transcriptsKept) {
    const oldest = world.transcripts.shift();
    if (oldest !== undefined) oldest.events = [];
  }
};
