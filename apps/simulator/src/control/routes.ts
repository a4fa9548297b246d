import type { Call, CallScript, NewCall } from "#calls/call.ts";
import type { FarEnd, FarEndPlan } from "#far-ends.ts";
import { json, type Reply, type Request, type Route } from "#http/router.ts";
import type { Machine } from "#machine.ts";
import { changeSwitches } from "#switches.ts";
import { toCallTruth } from "#truth.ts";
import type { NewAccount } from "#world/account.ts";
import type { NewIncomingNumber } from "#world/incoming-number.ts";
import { addAccount, addNumber, removeNumber } from "#world/own.ts";
import { CommandError } from "./command-error.ts";
import type { Commands } from "./commands.ts";
import { checkFarEndPlan, checkSwitchChange, readObject, refuseFailure } from "./read-body.ts";
import { streamEvents } from "./stream-events.ts";

/** The API by which tests, demo traffic and the test-call page play the people on the phone. */
export const createControlRoutes = (machine: Machine, commands: Commands): readonly Route[] => [
  { method: "GET", pattern: "/simulator/health", handle: () => json(toHealth(machine)) },
  { method: "POST", pattern: "/simulator/accounts", handle: (request) => openAccount(machine, request) },
  { method: "POST", pattern: "/simulator/numbers", handle: (request) => giveNumber(machine, request) },
  { method: "POST", pattern: "/simulator/calls", handle: (request) => startCall(machine, commands, request) },
  {
    method: "GET",
    pattern: "/simulator/calls/:sid",
    handle: ({ path }) => json(toReport(machine, commands.getCall(path["sid"] ?? ""))),
  },
  {
    method: "GET",
    pattern: "/simulator/calls/:sid/events",
    handle: ({ path }) => streamEvents(machine, commands.getCall(path["sid"] ?? "")),
  },
  {
    method: "POST",
    pattern: "/simulator/calls/:sid/digits",
    handle: (request) => {
      commands.pressKeys(request.path["sid"] ?? "", (readObject(request) as { digits: string }).digits);
      return { kind: "empty", status: 204 };
    },
  },
  {
    method: "POST",
    pattern: "/simulator/calls/:sid/hangup",
    handle: ({ path }) => {
      commands.hangUp(path["sid"] ?? "");
      return { kind: "empty", status: 204 };
    },
  },
  { method: "PUT", pattern: "/simulator/far-ends", handle: (request) => setFarEnds(machine, request) },
  { method: "GET", pattern: "/simulator/switches", handle: () => json(machine.world.switches) },
  {
    method: "PUT",
    pattern: "/simulator/switches",
    handle: (request) => {
      machine.world.switches = changeSwitches(machine.world.switches, checkSwitchChange(readObject(request)));
      return json(machine.world.switches);
    },
  },
  { method: "GET", pattern: "/simulator/faults", handle: () => json({ faults: machine.world.faults }) },
  {
    method: "GET",
    pattern: "/simulator/truth",
    handle: () =>
      json({ calls: [...machine.world.calls.values()].map((call) => toCallTruth(machine, call)) }),
  },
];

const toHealth = ({ world, clock }: Machine) => ({
  status: "ok",
  /** Whoever shows this carrier to people must say that nothing here is real. */
  banner: "Simulated carrier: no real calls are made.",
  now: clock.now(),
  counters: world.counters,
  faults: world.faults.length,
});

const openAccount = (machine: Machine, request: Request): Reply => {
  const { sid, authToken, friendlyName } = refuseFailure(() =>
    addAccount(machine, readObject(request) as NewAccount),
  );
  return json({ sid, authToken, friendlyName }, 201);
};

/** A number is in one account only: another one that is given it takes it over. */
const giveNumber = (machine: Machine, request: Request): Reply => {
  const given = readObject(request) as NewIncomingNumber;
  const taken = machine.world.numbers.get(given.phoneNumber);
  const isElsewhere = taken !== undefined && taken.accountSid !== given.accountSid;
  if (isElsewhere && machine.world.accounts.has(given.accountSid)) removeNumber(machine, taken);
  const { sid, phoneNumber } = refuseFailure(() => addNumber(machine, given));
  return json({ sid, phoneNumber }, 201);
};

const startCall = (machine: Machine, commands: Commands, request: Request): Reply => {
  const call = readObject(request) as NewCall & { accountSid?: string };
  if (typeof call.from !== "string" || typeof call.to !== "string")
    throw new CommandError(422, "a call needs from and to");
  const owner = machine.world.numbers.get(call.to)?.accountSid;
  if (call.accountSid !== undefined && owner !== call.accountSid)
    throw new CommandError(422, `${call.to} does not belong to ${call.accountSid}`);
  const script: CallScript = call.script ?? {};
  for (const plan of Object.values(script.farEnds ?? {})) checkFarEndPlan(plan);
  if (script.farEndsInTurn !== undefined) checkFarEndPlan(script.farEndsInTurn);
  return json({ callSid: commands.placeCall({ from: call.from, to: call.to, script }).sid }, 201);
};

type FarEndChange = {
  readonly default?: FarEnd;
  readonly destinations?: { readonly [to: string]: FarEndPlan };
};

const setFarEnds = ({ world }: Machine, request: Request): Reply => {
  const change = readObject(request) as FarEndChange;
  const destinations = Object.entries(change.destinations ?? {});
  for (const [, plan] of destinations) checkFarEndPlan(plan);
  if (change.default !== undefined) {
    checkFarEndPlan(change.default);
    world.defaultFarEnd = change.default;
  }
  for (const [destination, plan] of destinations) world.farEnds.set(destination, plan);
  return json({ default: world.defaultFarEnd, destinations: Object.fromEntries(world.farEnds) });
};

const toReport = (machine: Machine, call: Call) => ({
  ...toCallTruth(machine, call),
  state: call.root.status,
  events: call.events,
});
