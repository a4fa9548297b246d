import { type AccountBook, createRandom } from "@ccp/engine";
import type { Logger } from "pino";
import type { Clock } from "#clock.ts";
import type { DatabasePool } from "#db/client.ts";
import { findDemoStage } from "#modules/demo/find-demo-stage.ts";
import { getSimulatedCall, placeSimulatedCall } from "#modules/test-calls/simulator.ts";
import { toDemoCaller } from "./demo-caller.ts";

type Book = Pick<AccountBook, "accountId" | "revision">;

export type DemoTrafficOptions = {
  clock: Clock;
  log: Pick<Logger, "info">;
  pool: DatabasePool;
  simulatorUrl: string;
  /** The books of accounts with a simulated carrier account. */
  listBooks: () => readonly Book[];
  /** Whether this process takes calls. */
  isReady: () => boolean;
  seed: string;
};

export type DemoTraffic = {
  /** Nobody is called any more; resolves when the call being placed, if there is one, is placed. */
  stop(): Promise<void>;
};

const callsMax = 4;
const pauseFromMs = 20_000;
const pauseToMs = 60_000;

const overStatuses = new Set(["completed", "busy", "no-answer", "failed", "canceled"]);

/** Calls of one account that may still go on; whether one does, the simulated carrier knows. */
const createRoom = (simulatorUrl: string) => {
  let placed: string[] = [];
  const isOpen = (sid: string): Promise<boolean> =>
    getSimulatedCall(simulatorUrl, sid).then(
      ({ status }) => !overStatuses.has(status),
      () => false,
    );
  return {
    add: (sid: string): void => void placed.push(sid),
    isFull: async (): Promise<boolean> => {
      const open = await Promise.all(placed.map(isOpen));
      placed = placed.filter((_, index) => open[index]);
      return placed.length >= callsMax;
    },
  };
};

/** A gentle stream of simulated calls into each account whose demonstration runs: one each 20 to 60 s, four at once. */
export const startDemoTraffic = (options: DemoTrafficOptions): DemoTraffic => {
  const { clock, log, pool, simulatorUrl } = options;
  const random = createRandom(options.seed);
  const rooms = new Map<string, ReturnType<typeof createRoom>>();
  // By account, the revision at which it was found to have no stream: every change of a demonstration moves it.
  const quiet = new Map<string, number>();
  let isStopped = false;
  let turn = Promise.resolve();

  const placeCall = async ({ accountId, revision }: Book): Promise<void> => {
    const room = rooms.get(accountId) ?? createRoom(simulatorUrl);
    rooms.set(accountId, room);
    if (await room.isFull()) return;
    // Looked at right before each call, so that a pause acts on the next one.
    const stage = await findDemoStage(pool, accountId);
    if (stage === undefined) quiet.set(accountId, revision);
    if (stage === undefined || isStopped) return;
    const caller = toDemoCaller(stage, random);
    if (caller === undefined) return;
    room.add(await placeSimulatedCall(simulatorUrl, { accountSid: stage.accountRef, ...caller }));
  };

  const takeTurn = async (): Promise<void> => {
    if (!options.isReady()) return;
    for (const book of options.listBooks()) {
      if (isStopped) return;
      const { accountId, revision } = book;
      if (quiet.get(accountId) === revision) continue;
      await placeCall(book).catch((error: unknown) => {
        log.info({ err: error, accountId }, "a demonstration call was not placed");
      });
    }
  };

  const wait = () => {
    const pauseMs = pauseFromMs + Math.floor(random() * (pauseToMs - pauseFromMs));
    return clock.setTimeout(async () => {
      turn = takeTurn();
      await turn;
      if (!isStopped) timer = wait();
    }, pauseMs);
  };
  let timer = wait();

  return {
    stop: () => {
      isStopped = true;
      clock.clearTimeout(timer);
      return turn;
    },
  };
};
