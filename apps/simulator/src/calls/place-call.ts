import { createActivity } from "#activity.ts";
import { toMs } from "#far-ends.ts";
import type { Machine } from "#machine.ts";
import { createRandom } from "#random.ts";
import { toSid } from "#sids.ts";
import type { Call, CallScript, NewCall } from "./call.ts";
import { endLeg, setStatus } from "./leg-life.ts";
import { isFinal, type CallStatus, type DocumentSource, type Leg } from "./leg.ts";
import { addLeg, decideDestination, makeLeg, type NewLeg } from "./make-leg.ts";
import { runLater } from "./notify.ts";
import { ringFarEnd } from "./ring-far-end.ts";
import { runLeg, type Ending } from "./run-leg.ts";
import type { Session, VerbTable } from "./session.ts";
import { reportFault } from "./tell.ts";
import { interrupt, InterruptedError, startTimer } from "./wait.ts";

/** Somebody calls a number of an account. */
export const placeCall = (machine: Machine, verbs: VerbTable, { from, to, script = {} }: NewCall): Call => {
  const number = machine.world.numbers.get(to);
  if (number === undefined) throw new Error(`no account of the simulator owns ${to}`);
  const call = openCall(machine, script, {
    accountSid: number.accountSid,
    direction: "inbound",
    from,
    to,
    phoneNumberSid: number.sid,
    replies: [...(script.replies ?? [])],
    fallback: number.voiceFallback,
    statusCallback: { ...number.statusCallback, events: new Set(["completed"]) },
  });
  const source: DocumentSource = { kind: "url", endpoint: number.voice };
  start(machine, call, async () => {
    setStatus(machine, call, call.root, "ringing");
    if (number.voice.url === "") return endLeg(machine, call, call.root, "failed");
    await live(toRootSession(machine, call, verbs), () => source, "voice");
  });
  return call;
};

export type OutboundCall = {
  readonly accountSid: string;
  readonly from: string;
  readonly to: string;
  readonly source: DocumentSource;
  readonly timeoutSeconds: number;
  readonly timeLimitSeconds: number;
  readonly script?: CallScript;
} & Pick<NewLeg, "statusCallback" | "fallback">;

/** An account calls somebody; the document runs once they answer. */
export const callOut = (machine: Machine, verbs: VerbTable, given: OutboundCall): Call => {
  const { source, timeoutSeconds, timeLimitSeconds, script = {}, ...leg } = given;
  const call = openCall(machine, script, { ...leg, direction: "outbound-api", replies: [] }, true);
  const session = toRootSession(machine, call, verbs);
  start(machine, call, async () => {
    const at = machine.clock.now();
    const stopTimeout = startTimer(session, timeoutSeconds * 1000, () => {
      if (call.root.answeredAt === undefined) interrupt(call.root, { kind: "hung-up", by: "far-end", at });
    });
    await live(
      session,
      async () => {
        const outcome = await ringFarEnd(session);
        stopTimeout();
        if (outcome === "answered") startStay(session, timeLimitSeconds);
        return outcome === "answered" ? source : outcome;
      },
      "voice",
    );
  });
  return call;
};

/** The far end of a call made by REST stays as long as it talks, or as the time limit lets it. */
const startStay = (session: Session, timeLimitSeconds: number): void => {
  const { machine, leg } = session;
  const talkMs = leg.farEnd?.hangsUp === "callee" ? leg.farEnd.talkMs : Number.POSITIVE_INFINITY;
  startTimer(session, Math.min(talkMs, timeLimitSeconds * 1000), () => {
    interrupt(leg, { kind: "hung-up", by: "far-end", at: machine.clock.now() });
  });
};

const openCall = (
  machine: Machine,
  script: CallScript,
  given: Omit<NewLeg, "sid">,
  isOutbound = false,
): Call => {
  const { world } = machine;
  const index = world.counters.callsPlaced++;
  world.counters.callsOpen += 1;
  const sid = toSid("CA", world.seed, index);
  const random = createRandom(`${world.seed}:${index}`);
  const leg = makeLeg(machine, { ...given, sid });
  const call: Call = {
    sid,
    root: leg,
    legs: [],
    script,
    random,
    activity: createActivity((error) => {
      reportFault(machine, call, leg, 90_000, `the simulator failed: ${String(error)}`);
    }),
    events: [],
    listeners: new Set(),
    acknowledged: [],
    heldBack: new Set(),
    dialled: new Map(),
    faults: 0,
    documents: 0,
    dials: 0,
    recordingsStarted: 0,
    openWork: 0,
    isOver: false,
  };
  if (isOutbound) {
    const farEnd = decideDestination(machine, call, leg.to);
    Object.assign(leg, { farEnd, replies: [...farEnd.replies] });
  }
  world.calls.set(sid, call);
  addLeg(machine, call, leg);
  return call;
};

const start = (machine: Machine, call: Call, work: () => Promise<void>): void => {
  runLater(machine, call, 0, () => {
    call.activity.start(work);
  });
};

const toRootSession = (machine: Machine, call: Call, verbs: VerbTable): Session => ({
  machine,
  call,
  leg: call.root,
  role: "main",
  verbs,
  documentUrl: "",
});

const maxCallSeconds = 14_400;

/** The life of a call's first leg, from its first document to its end. */
const live = async (
  session: Session,
  begin: () => Promise<DocumentSource | "busy" | "failed"> | DocumentSource,
  purpose: string,
): Promise<void> => {
  const { machine, call, leg } = session;
  const leavesAfter = call.script.hangsUpAfterSeconds;
  const leavesMs = leavesAfter === undefined ? maxCallSeconds * 1000 : toMs(leavesAfter, call.random);
  const stopLeaving = startTimer(session, leavesMs, () => {
    interrupt(leg, { kind: "hung-up", by: "far-end", at: machine.clock.now() });
  });
  try {
    const source = await begin();
    const ending = typeof source === "string" ? source : await runLeg(session, source, purpose);
    endLeg(machine, call, leg, toFinalStatus(machine, leg, ending));
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    const { interruption } = error;
    const endedAt = interruption.kind === "hung-up" ? interruption.at : machine.clock.now();
    endLeg(machine, call, leg, toFinalStatus(machine, leg, "hung-up"), endedAt);
  } finally {
    stopLeaving();
    endLeg(machine, call, leg, "failed");
  }
};

const toFinalStatus = (machine: Machine, leg: Leg, ending: Ending): CallStatus => {
  if (ending === "busy" || ending === "failed") return ending;
  if (leg.answeredAt !== undefined) return "completed";
  if (ending === "rejected" || leg.direction === "outbound-api") return "no-answer";
  return machine.world.switches.behaviour.unansweredParentStatus;
};

/** Whether a call may still be hung up or redirected. */
export const isLive = (leg: Leg): boolean => !isFinal(leg.status) && leg.endedAt === undefined;
