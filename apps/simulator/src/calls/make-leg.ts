import { decideFarEnd, type DecidedFarEnd, type FarEndPlan } from "#far-ends.ts";
import type { Machine } from "#machine.ts";
import type { Call } from "./call.ts";
import { openWork } from "./call-work.ts";
import type { Leg } from "./leg.ts";

export type NewLeg = Pick<Leg, "sid" | "accountSid" | "direction" | "from" | "to" | "replies"> &
  Partial<Pick<Leg, "parentSid" | "phoneNumberSid" | "farEnd" | "statusCallback" | "fallback">>;

/** A leg before anything happened to it. */
export const makeLeg = (machine: Machine, given: NewLeg): Leg => ({
  ...given,
  createdAt: machine.clock.now(),
  status: "queued",
  updatedAt: machine.clock.now(),
  sequence: 0,
  sipResponseCode: 200,
  isBridged: false,
  bridgedMs: 0,
  recordingSids: [],
});

/** Makes a leg known: to its call, to its account and by its id. */
export const addLeg = ({ world }: Machine, call: Call, leg: Leg): void => {
  call.legs.push(leg);
  world.legs.set(leg.sid, { leg, call });
  world.accounts.get(leg.accountSid)?.legs.push(leg);
  openWork(call);
};

/** What the destination does this time: the call's own script first, then the world's table. */
export const decideDestination = ({ world }: Machine, call: Call, destination: string): DecidedFarEnd => {
  const own = call.script.farEnds?.[destination];
  const plan = own ?? world.farEnds.get(destination) ?? world.defaultFarEnd;
  return decideFarEnd(
    pickFromPlan(plan, own === undefined ? world.dialled : call.dialled, destination),
    call.random,
  );
};

const pickFromPlan = (plan: FarEndPlan, dialled: Map<string, number>, destination: string) => {
  if (!isList(plan)) return plan;
  const times = dialled.get(destination) ?? 0;
  dialled.set(destination, times + 1);
  return plan[Math.min(times, plan.length - 1)] ?? ({ kind: "no-answer" } as const);
};

const isList = (plan: FarEndPlan): plan is Extract<FarEndPlan, readonly unknown[]> => Array.isArray(plan);
