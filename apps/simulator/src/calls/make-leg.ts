import { decideFarEnd, type DecidedFarEnd, type FarEnd, type FarEndPlan } from "#far-ends.ts";
import type { Machine } from "#machine.ts";
import type { Call } from "./call.ts";
import { openWork } from "./call-work.ts";
import type { Leg } from "./leg.ts";

export type NewLeg = Pick<Leg, "sid" | "accountSid" | "direction" | "from" | "to" | "replies"> &
  Partial<Pick<Leg, "parentSid" | "phoneNumberSid" | "dial" | "farEnd" | "statusCallback" | "fallback">>;

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

/** Stands for every destination of a call. */
const anywhere = "*";

const pickFarEnd = ({ world }: Machine, { script, dialled }: Call, destination: string): FarEnd => {
  const own = script.farEnds?.[destination];
  if (own !== undefined) return pickFromPlan(own, dialled, destination);
  if (script.farEndsInTurn !== undefined && script.farEndsInTurn.length > 0) {
    return pickFromPlan(script.farEndsInTurn, dialled, anywhere);
  }
  return pickFromPlan(world.farEnds.get(destination) ?? world.defaultFarEnd, world.dialled, destination);
};

/** What the destination does this time: the call's own script first, then the world's table. */
export const decideDestination = (machine: Machine, call: Call, destination: string): DecidedFarEnd =>
  decideFarEnd(pickFarEnd(machine, call, destination), call.random);

const pickFromPlan = (plan: FarEndPlan, dialled: Map<string, number>, destination: string): FarEnd => {
  if (!isList(plan)) return plan;
  const times = dialled.get(destination) ?? 0;
  dialled.set(destination, times + 1);
  return plan[Math.min(times, plan.length - 1)] ?? { kind: "no-answer" };
};

const isList = (plan: FarEndPlan): plan is Extract<FarEndPlan, readonly unknown[]> => Array.isArray(plan);
