import type { AddressInfo } from "node:net";
import type { Call, CallEvent, NewCall } from "#calls/call.ts";
import { placeCall } from "#calls/place-call.ts";
import { createRealClock, type Clock } from "#clock.ts";
import { createCommands } from "#control/commands.ts";
import { createControlRoutes } from "#control/routes.ts";
import type { FarEnd, FarEndPlan } from "#far-ends.ts";
import { createLoopbackServer } from "#http/serve.ts";
import type { Machine } from "#machine.ts";
import { toErrorReply } from "#rest/errors.ts";
import { createRestRoutes } from "#rest/routes.ts";
import { changeSwitches, type SwitchChange } from "#switches.ts";
import { toCallTruth, type CallTruth } from "#truth.ts";
import { mainVerbs } from "#verbs/main-verbs.ts";
import { createSender } from "#webhooks/send-once.ts";
import type { Account, NewAccount } from "#world/account.ts";
import type { IncomingNumber, NewIncomingNumber } from "#world/incoming-number.ts";
import { addAccount, addNumber } from "#world/own.ts";
import { createWorld, type Counters, type Fault } from "#world/world.ts";

export type SimulatorOptions = {
  /** The machine's clock by default. */
  readonly clock?: Clock;
  /** The same seed gives the same calls, ids included; give each run of a lasting system its own. */
  readonly seed: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Ended calls whose transcript is kept; 2000 by default. The truth of every call is kept. */
  readonly transcriptsKept?: number;
};

/** A carrier with its callers, held from within the process. */
export type Simulator = {
  listen(): Promise<{ readonly port: number; readonly url: string }>;
  close(): Promise<void>;
  addAccount(account?: NewAccount): Account;
  addNumber(number: NewIncomingNumber): IncomingNumber;
  /** Somebody calls a number; throws when no account owns it. */
  placeCall(call: NewCall): { readonly callSid: string };
  pressKeys(callSid: string, keys: string): void;
  hangUp(callSid: string): void;
  /** How a destination behaves; a list is used one call after the other. */
  setFarEnd(destination: string, plan: FarEndPlan): void;
  setDefaultFarEnd(farEnd: FarEnd): void;
  setSwitches(change: SwitchChange): void;
  getTruth(callSid: string): CallTruth;
  /** The truth of every call, in the order in which they were placed. */
  listTruth(): readonly CallTruth[];
  listEvents(callSid: string): readonly CallEvent[];
  readonly faults: readonly Fault[];
  readonly counters: Readonly<Counters>;
};

export const createSimulator = (options: SimulatorOptions): Simulator => {
  const clock = options.clock ?? createRealClock();
  const machine: Machine = {
    clock,
    world: createWorld(options.seed),
    sender: createSender(clock),
    transcriptsKept: options.transcriptsKept ?? 2000,
    baseUrl: "",
  };
  const { world } = machine;
  const commands = createCommands(machine, mainVerbs);
  const server = createLoopbackServer(
    [...createRestRoutes(machine, mainVerbs), ...createControlRoutes(machine, commands)],
    toErrorReply,
  );
  const getCall = (callSid: string): Call => commands.getCall(callSid);
  return {
    listen: async () => {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(options.port ?? 0, "127.0.0.1", resolve);
      });
      const { port } = server.address() as AddressInfo;
      machine.baseUrl = `http://127.0.0.1:${port}`;
      return { port, url: machine.baseUrl };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await machine.sender.close();
    },
    addAccount: (account = {}) => addAccount(machine, account),
    addNumber: (number) => addNumber(machine, number),
    placeCall: (call) => ({ callSid: placeCall(machine, mainVerbs, call).sid }),
    pressKeys: (callSid, keys) => {
      commands.pressKeys(callSid, keys);
    },
    hangUp: (callSid) => {
      commands.hangUp(callSid);
    },
    setFarEnd: (destination, plan) => world.farEnds.set(destination, plan),
    setDefaultFarEnd: (farEnd) => {
      world.defaultFarEnd = farEnd;
    },
    setSwitches: (change) => {
      world.switches = changeSwitches(world.switches, change);
    },
    getTruth: (callSid) => toCallTruth(machine, getCall(callSid)),
    listTruth: () => [...world.calls.values()].map((call) => toCallTruth(machine, call)),
    listEvents: (callSid) => getCall(callSid).events,
    faults: world.faults,
    counters: world.counters,
  };
};
