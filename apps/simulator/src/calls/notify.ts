import type { Call } from "./call.ts";
import type { Leg } from "./leg.ts";
import { tell } from "./tell.ts";
import { closeWork, openWork } from "./call-work.ts";
import type { Machine } from "#machine.ts";
import type { Disturbance } from "#switches.ts";
import type { Endpoint } from "#world/incoming-number.ts";
import { deliver } from "#webhooks/deliver.ts";
import type { Params } from "#webhooks/sign.ts";

/** A callback: its answer does not matter to the call, and nobody waits for it. */
export type Notice = {
  readonly leg: Leg;
  /** What it is about, such as `status:completed`. */
  readonly purpose: string;
  readonly endpoint: Endpoint;
  readonly params: Params;
};

/** Sends a callback on its own connection, disturbed as the switches say. */
export const notify = (machine: Machine, call: Call, notice: Notice): void => {
  if (notice.endpoint.url === "") return;
  const disturbance = getDisturbance(machine, call);
  const { counters } = machine.world;
  if (call.random.chance(disturbance.dropShare)) {
    counters.dropped += 1;
    tellRequest(machine, call, notice, "dropped", machine.clock.now());
    return;
  }
  const isDoubled = call.random.chance(disturbance.duplicateShare);
  if (isDoubled) counters.duplicated += 1;
  const token = isDoubled ? call.random.hex(32) : undefined;
  openWork(call);
  const send = (): void => {
    call.activity.start(async () => {
      await Promise.all((isDoubled ? [1, 2] : [1]).map(() => sendNotice(machine, call, notice, token)));
      releaseHeldBack(call);
      closeWork(machine, call);
    });
  };
  if (call.random.chance(disturbance.reorderShare)) holdBack(machine, call, disturbance.reorderMs, send);
  else if (call.random.chance(disturbance.delayShare))
    runLater(machine, call, call.random.between(disturbance.delayMs), send);
  else send();
};

/** The disturbance of this call: the world's, with what its own script says. */
export const getDisturbance = (machine: Machine, call: Call): Disturbance =>
  call.script.disturbance === undefined
    ? machine.world.switches.disturbance
    : { ...machine.world.switches.disturbance, ...call.script.disturbance };

const sendNotice = async (machine: Machine, call: Call, notice: Notice, token: string | undefined) => {
  const sentAt = machine.clock.now();
  const { counters, accounts, switches } = machine.world;
  counters.sent += 1;
  const result = await deliver(machine.clock, machine.sender, {
    endpoint: notice.endpoint,
    params: notice.params,
    authToken: accounts.get(notice.leg.accountSid)?.authToken ?? "",
    activity: call.activity,
    retryPauseMs: switches.measures.retryPauseMs,
    toIdempotencyToken: () => call.random.hex(32),
    ...(token === undefined ? {} : { idempotencyToken: token }),
  });
  if (result.kind === "failed") {
    counters.failed += 1;
    tellRequest(machine, call, notice, `${result.code} ${result.reason}`, sentAt);
    return;
  }
  tellRequest(machine, call, notice, result.status, sentAt);
  if (result.status >= 200 && result.status < 300) acknowledge(machine, call, notice.purpose, notice.leg);
  else counters.refused += 1;
};

/** Counts a request that the customer answered with a 2xx. */
export const acknowledge = (machine: Machine, call: Call, purpose: string, leg: Leg): void => {
  machine.world.counters.acknowledged += 1;
  call.acknowledged.push(`${purpose}:${leg.sid}`);
};

const tellRequest = (
  machine: Machine,
  call: Call,
  { leg, purpose, endpoint }: Notice,
  status: number | string,
  sentAt: number,
): void => {
  const tookMs = machine.clock.now() - sentAt;
  tell(machine, call, leg, { kind: "request", purpose, url: endpoint.url, status, tookMs });
};

const holdBack = (machine: Machine, call: Call, ms: number, send: () => void): void => {
  let timer: ReturnType<Machine["clock"]["setTimeout"]> | undefined;
  const release = (): void => {
    if (!call.heldBack.delete(release)) return;
    if (timer !== undefined) machine.clock.clearTimeout(timer);
    send();
  };
  call.heldBack.add(release);
  timer = runLater(machine, call, ms, release);
};

const releaseHeldBack = (call: Call): void => {
  for (const release of call.heldBack) release();
};

/** Runs something after a time, as part of the call's activity. */
export const runLater = (machine: Machine, call: Call, ms: number, run: () => void) =>
  machine.clock.setTimeout(() => {
    run();
    return call.activity.idle();
  }, ms);
