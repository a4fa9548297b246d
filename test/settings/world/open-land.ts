import { setTimeout as delay } from "node:timers/promises";
import type { Pools } from "@ccp/server/db/client.ts";
import { withAccount } from "@ccp/server/db/transaction.ts";
import { toCallId } from "@ccp/server/live/call-id.ts";
import type { CallScript, Simulator } from "@ccp/simulator";
import { startWorld, type World, worldStartsAt } from "@ccp/test-simulation/support/start-world.ts";
import { type Conductor, createConductor } from "./conductor.ts";
import { createLeapingClock } from "./leaping-clock.ts";
import type { Stage } from "./open-stage.ts";
import { type Story, tellCall } from "./tell-call.ts";

/** Somebody calls a number of an account. */
export type Call = {
  to: string;
  from?: string;
  script?: CallScript;
  /** How long after the others it comes. */
  afterSeconds?: number;
  account: Pick<Stage, "accountId" | "accountRef" | "client">;
};

/** The product, its carrier and the people who call, for all scenarios. */
export type Land = Conductor<Call, Story> & {
  world: World;
  /** A number that nobody has yet, of those that belong to nobody. */
  takeNumber(): string;
  close(): Promise<void>;
};

const usualCaller = "+13105550199";
const settleMaxMs = 600_000;

const poll = async (what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  const deadlineAt = Date.now() + 120_000;
  while (!(await isTrue())) {
    if (Date.now() > deadlineAt) throw new Error(`${what} never came.`);
    await delay(5);
  }
};

const readRevision = (pools: Pools, accountId: string): Promise<number> =>
  withAccount(pools.app, accountId, async (tx) => {
    const { rows } = await tx.query<{ revision: string }>("select revision from accounts");
    return Number(rows[0]?.revision);
  });

/** Waits until calls are routed by what their accounts have been set to. */
const waitForBooks = async ({ app }: World, calls: readonly Call[]): Promise<void> => {
  const accountIds = new Set(calls.map(({ account }) => account.accountId));
  for (const accountId of accountIds) {
    const revision = await readRevision(app.pools, accountId);
    const isThere = (): boolean => (app.snapshot.find(accountId)?.book.revision ?? -1) >= revision;
    await poll("The book", isThere);
  }
};

/** The carrier is told of a number shortly after the book has it. */
const place = async (
  simulator: Simulator,
  { to, from = usualCaller, script = {} }: Call,
): Promise<string> => {
  let callSid: string | undefined;
  await poll(`${to} at the carrier`, () => {
    try {
      callSid = simulator.placeCall({ from, to, script }).callSid;
      return true;
    } catch {
      return false;
    }
  });
  if (callSid === undefined) throw new Error(`Nobody could call ${to}.`);
  return callSid;
};

/** Makes calls side by side; resolves when all is over and booked. */
const makeCalls = async (world: World, calls: readonly Call[]): Promise<Story[]> => {
  const { app, clock, simulator } = world;
  await waitForBooks(world, calls);
  const callSids = new Map<Call, string>();
  const make = async (call: Call) => callSids.set(call, await place(simulator, call));
  for (const call of calls) {
    const { afterSeconds = 0 } = call;
    if (afterSeconds === 0) await make(call);
    else clock.setTimeout(() => void make(call), afterSeconds * 1000);
  }
  const isOver = (): boolean =>
    callSids.size === calls.length &&
    simulator.counters.callsOpen === 0 &&
    app.livePlane.live.size().calls === 0;
  if (!(await clock.advanceUntil(isOver, settleMaxMs))) throw new Error("Calls do not end.");
  let isBooked = false;
  void app.livePlane.drain.idle().then(() => (isBooked = true));
  await clock.advanceUntil(() => isBooked, settleMaxMs);
  return Promise.all(
    calls.map(async (call) => {
      const { accountRef, client } = call.account;
      const callSid = callSids.get(call) ?? "";
      const id = toCallId({ carrier: "simulator", accountRef }, callSid);
      return tellCall(
        simulator,
        simulator.getTruth(callSid),
        await client.send("getCall", { params: { id } }),
      );
    }),
  );
};

/** 555-01xx of one area after the other. */
const createNumbers = () => {
  let taken = 0;
  return (): string => {
    const number = `+1${200 + Math.floor(taken / 100)}55501${String(taken % 100).padStart(2, "0")}`;
    taken += 1;
    return number;
  };
};

export const openLand = async (): Promise<Land> => {
  const clock = createLeapingClock({ startAt: worldStartsAt, quantumMs: 25 });
  const world = await startWorld({ seed: "settings", clock, furnish: () => Promise.resolve() });
  return {
    ...createConductor<Call, Story>(clock, (calls) => makeCalls(world, calls)),
    world,
    takeNumber: createNumbers(),
    close: () => world.close(),
  };
};
