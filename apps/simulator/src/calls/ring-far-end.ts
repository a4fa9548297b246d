import { setStatus } from "./leg-life.ts";
import type { Session } from "./session.ts";
import { sleep, waitFor } from "./wait.ts";

/** Rings the far end of an outbound leg until it decides; who never answers rings until interrupted. */
export const ringFarEnd = async (
  session: Pick<Session, "machine" | "call" | "leg">,
): Promise<"answered" | "busy" | "failed"> => {
  const { machine, call, leg } = session;
  const { farEnd } = leg;
  if (farEnd === undefined) throw new Error(`nobody at the end of ${leg.sid}`);
  const { setupMs } = machine.world.switches.measures;
  setStatus(machine, call, leg, "initiated");
  if (farEnd.outcome === "failed") {
    await sleep(session, farEnd.afterMs);
    leg.sipResponseCode = farEnd.sipResponseCode;
    return "failed";
  }
  if (farEnd.outcome === "no-answer") {
    await sleep(session, setupMs);
    setStatus(machine, call, leg, "ringing");
    return waitFor<never>(session, () => () => {});
  }
  await sleep(session, Math.min(setupMs, farEnd.afterMs));
  setStatus(machine, call, leg, "ringing");
  await sleep(session, Math.max(0, farEnd.afterMs - setupMs));
  leg.sipResponseCode = farEnd.sipResponseCode;
  if (farEnd.outcome === "busy") return "busy";
  setStatus(machine, call, leg, "in-progress");
  return "answered";
};
