import { setStatus } from "#calls/leg-life.ts";
import { tell } from "#calls/tell.ts";
import { interrupt, startTimer, waitFor } from "#calls/wait.ts";
import { stopChild, type Child, type DialRun } from "./child.ts";

export type BridgeLimits = { readonly timeLimitMs: number; readonly hangupOnStar: boolean };

/** Lets both sides talk until one of them leaves; throws when it was the caller. */
export const bridge = async (run: DialRun, child: Child, limits: BridgeLimits): Promise<void> => {
  const { machine, call, leg } = run.parent;
  if (leg.answeredAt === undefined) setStatus(machine, call, leg, "in-progress");
  const startedAt = machine.clock.now();
  leg.isBridged = true;
  child.leg.isBridged = true;
  tell(machine, call, leg, { kind: "bridged", withSid: child.leg.sid });
  try {
    await talk(run, child, limits);
  } finally {
    const bridgedMs = machine.clock.now() - startedAt;
    leg.bridgedMs += bridgedMs;
    child.leg.bridgedMs += bridgedMs;
    stopChild(run, child, "completed");
  }
};

const talk = (run: DialRun, { leg: called }: Child, limits: BridgeLimits): Promise<void> => {
  const { machine, call, leg: caller } = run.parent;
  return waitFor<void>(run.parent, (wake) => {
    run.onNews = wake;
    caller.onKey = (key) => {
      if (limits.hangupOnStar && key === "*") wake();
    };
    const stops = [startTimer(run.parent, limits.timeLimitMs, wake)];
    const { farEnd } = called;
    if (farEnd !== undefined) {
      stops.push(
        startTimer(run.parent, farEnd.talkMs, () => {
          const leaving = farEnd.hangsUp === "caller" ? caller : called;
          tell(machine, call, leaving, { kind: "does", what: "hangs up" });
          if (leaving === caller)
            interrupt(caller, { kind: "hung-up", by: "far-end", at: machine.clock.now() });
          else wake();
        }),
      );
    }
    return () => {
      delete run.onNews;
      delete caller.onKey;
      for (const stop of stops) stop();
    };
  });
};
