import { endLeg } from "#calls/leg-life.ts";
import type { CallStatus, Leg } from "#calls/leg.ts";
import { addLeg, decideDestination, makeLeg } from "#calls/make-leg.ts";
import { ringFarEnd } from "#calls/ring-far-end.ts";
import { runLeg } from "#calls/run-leg.ts";
import type { Session } from "#calls/session.ts";
import { interrupt, InterruptedError, waitFor } from "#calls/wait.ts";
import { toSid } from "#sids.ts";
import type { Noun } from "./nouns.ts";
import { screenVerbs } from "./screen-verbs.ts";

/** A phone that a Dial rings. */
export type Child = {
  readonly leg: Leg;
  readonly noun: Noun;
  /** Refused: it answered, but its screen did not let the call through. Left: taken over from outside. */
  state: "ringing" | "screening" | "ready" | "refused" | "ended" | "left";
};

/** The phones of one Dial, and who waits for news of them. */
export type DialRun = {
  /** The session of the leg that dials. */
  readonly parent: Session;
  /** Which of its call's Dials it is, from 1 on. */
  readonly number: number;
  readonly callerId: string;
  readonly children: Child[];
  onNews?: () => void;
};

/** Starts ringing a phone beside whatever else the call does. */
export const startChild = (run: DialRun, noun: Noun): Child => {
  const { machine, call, leg: parentLeg } = run.parent;
  const farEnd = decideDestination(machine, call, noun.destination);
  const leg = makeLeg(machine, {
    sid: toSid("CA", call.sid, call.legs.length),
    accountSid: parentLeg.accountSid,
    parentSid: parentLeg.sid,
    direction: "outbound-dial",
    dial: run.number,
    from: run.callerId,
    to: noun.destination,
    farEnd,
    replies: [...farEnd.replies],
    ...(noun.statusCallback === undefined ? {} : { statusCallback: noun.statusCallback }),
  });
  const child: Child = { leg, noun, state: "ringing" };
  addLeg(machine, call, leg);
  run.children.push(child);
  call.activity.start(() => liveChild(run, child));
  return child;
};

const setState = (run: DialRun, child: Child, state: Child["state"]): void => {
  child.state = state;
  run.onNews?.();
};

const liveChild = async (run: DialRun, child: Child): Promise<void> => {
  const { machine, call } = run.parent;
  try {
    if (!(await ring(run, child))) return;
    if (child.noun.screen !== undefined && !(await screen(run, child))) return;
    setState(run, child, "ready");
    await waitFor(toSession(run, child), () => () => {});
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    if (error.interruption.kind === "redirected") await goOwnWay(run, child);
    else end(run, child, child.leg.answeredAt === undefined ? "canceled" : "completed");
  } finally {
    endLeg(machine, call, child.leg, "completed");
  }
};

const end = (run: DialRun, child: Child, status: CallStatus): void => {
  endLeg(run.parent.machine, run.parent.call, child.leg, status);
  if (child.state !== "ended" && child.state !== "refused") setState(run, child, "ended");
};

/** Stops a phone from the outside: unanswered it ends with the given status, answered as completed. */
export const stopChild = (run: DialRun, child: Child, unansweredStatus: CallStatus): void => {
  if (child.leg.endedAt !== undefined || child.state === "left") return;
  const at = run.parent.machine.clock.now();
  const status = child.leg.answeredAt === undefined ? unansweredStatus : "completed";
  interrupt(child.leg, { kind: "hung-up", by: "carrier", at });
  end(run, child, status);
};

/** True when the far end answers. */
const ring = async (run: DialRun, child: Child): Promise<boolean> => {
  const outcome = await ringFarEnd({ ...run.parent, leg: child.leg });
  if (outcome === "answered") setState(run, child, "screening");
  else end(run, child, outcome);
  return outcome === "answered";
};

/** Runs the screen's document; true when it ends without hanging up. */
const screen = async (run: DialRun, child: Child): Promise<boolean> => {
  const endpoint = child.noun.screen;
  if (endpoint === undefined) return true;
  const ending = await runLeg(
    { ...toSession(run, child), role: "screen", verbs: screenVerbs },
    { kind: "url", endpoint },
    "screen",
  );
  if (ending === "finished") return true;
  child.state = "refused";
  endLeg(run.parent.machine, run.parent.call, child.leg, "completed");
  run.onNews?.();
  return false;
};

/** A leg that was given a document of its own leaves the Dial and lives on. */
const goOwnWay = async (run: DialRun, child: Child): Promise<void> => {
  const { interruption } = child.leg;
  if (interruption?.kind !== "redirected") return;
  delete child.leg.interruption;
  setState(run, child, "left");
  await runLeg(toSession(run, child), interruption.target, "redirected").catch((error: unknown) => {
    if (!(error instanceof InterruptedError)) throw error;
  });
};

const toSession = ({ parent }: DialRun, { leg }: Child): Session => ({
  machine: parent.machine,
  call: parent.call,
  leg,
  role: "main",
  verbs: parent.verbs,
  documentUrl: "",
});
