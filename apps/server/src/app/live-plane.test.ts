import path from "node:path";
import { pino } from "pino";
import { expect, test, vi } from "vitest";
import { systemClock } from "#clock.ts";
import { readEnv } from "#env.ts";
import { arrivedAt, createSampleCall } from "#live/drain/testing/sample-call.ts";
import { openCheckpoints } from "#live/checkpoint/open-checkpoints.ts";
import { createTestDir } from "#live/disk/testing/test-dir.ts";
import { openJournal } from "#live/journal/open-journal.ts";
import { workerUrl } from "#live/journal/testing/test-journal.ts";
import { openSnapshot } from "#live/snapshot/open-snapshot.ts";
import { createSealer } from "#sealing.ts";
import { openLivePlane } from "./live-plane.ts";
import type { Kept } from "./kept-state.ts";

const log = pino({ level: "silent" });
const accountId = "0b6f6a0e-5f0c-4f0a-9d35-2f7c9a1c0000";

const toEnv = (dir: string, keys = "the only encryption key of this test") =>
  readEnv({ DATA_DIR: dir, SESSION_SECRET: "s".repeat(40), ENCRYPTION_KEY: keys });

/** Some time after the sample calls came in. */
const open = async (env: ReturnType<typeof toEnv>, afterMs = 1000) => {
  const sealer = createSealer(env.secrets.encryptionKeys);
  const limits = {
    connectionsMax: 1,
    connectTimeoutMs: 1,
    queryTimeoutMs: 1,
    statementTimeoutMs: 1,
    lockTimeoutMs: 1,
    idleInTransactionTimeoutMs: 1,
  };
  let connections = 0;
  const connect = () => {
    connections += 1;
    return Promise.reject(new Error("away"));
  };
  const plane = await openLivePlane({
    env,
    clock: { ...systemClock, now: () => arrivedAt + afterMs },
    log,
    sealer,
    snapshot: await openSnapshot({ dir: path.join(env.dataDir, "snapshot"), sealer, log }),
    drainPool: { limits, connect },
    journalWorkerUrl: workerUrl,
    openCarrier: () => {
      throw new Error("No carrier in this test.");
    },
    isHolder: () => true,
    onJournalGone: () => undefined,
  });
  return { plane, connections: () => connections };
};

const openCheckpointsOf = (env: ReturnType<typeof toEnv>) =>
  openCheckpoints({
    dir: path.join(env.dataDir, "checkpoint"),
    sealer: createSealer(env.secrets.encryptionKeys),
    log,
  });

const findKept = async (env: ReturnType<typeof toEnv>) =>
  (await openCheckpointsOf(env)).found?.state as Kept | undefined;

const saveCheckpoint = async (env: ReturnType<typeof toEnv>, sequence: number, drained: number) => {
  const live = {
    format: 1,
    sequence,
    contexts: { format: 1, calls: [] },
    capacity: { format: 1, slots: [] },
  } as const;
  await (await openCheckpointsOf(env)).save({ sequence, state: { live, drained } satisfies Kept });
};

const writeCalls = async ({ dataDir, secrets }: ReturnType<typeof toEnv>, count: number) => {
  const journal = await openJournal({
    dir: path.join(dataDir, "journal"),
    keys: secrets.encryptionKeys,
    workerUrl,
    clock: systemClock,
    log,
  });
  for (let n = 0; n < count; n += 1) await journal.append(createSampleCall(accountId).start());
  await journal.close();
};

test.each([
  ["the live state's place", 1000, 0],
  ["the booking's place", 10, 1000],
])(
  "beside a journal that ends before %s everything begins anew, for good",
  async (_place, sequence, drained) => {
    const env = toEnv(createTestDir());
    await saveCheckpoint(env, sequence, drained);
    await writeCalls(env, 30);
    const { plane } = await open(env);
    expect(plane.live.size().calls).toBe(30);
    // Saved before anything is taken, so that a crash right now finds no place of the old journal.
    expect(await findKept(env)).toMatchObject({ live: { sequence: 30 }, drained: 0 });
    plane.startBooking();
    expect(plane.drain.waiting()).toBe(30);
    await plane.live.close();
    await plane.drain.stop();
  },
);

test("where booking begins is settled when the plane opens, not when the database comes", async () => {
  const env = toEnv(createTestDir());
  await saveCheckpoint(env, 20, 20);
  await writeCalls(env, 30);
  const { plane } = await open(env);
  const start = vi.spyOn(plane.drain, "start");
  plane.startBooking();
  expect(plane.drain.position()).toBe(20);
  expect(plane.drain.waiting()).toBe(10);
  // Opening the database was tried again: booking goes on from where it is.
  plane.startBooking();
  expect(start.mock.calls).toEqual([[20]]);
  await plane.live.close();
  await plane.drain.stop();
});

test("a stop without a database remembers how far was booked", async () => {
  const env = toEnv(createTestDir());
  await writeCalls(env, 30);
  await saveCheckpoint(env, 30, 30);
  const { plane, connections } = await open(env);
  await plane.close();
  expect(connections()).toBe(0);
  expect(await findKept(env)).toMatchObject({ live: { sequence: 30 }, drained: 30 });
});

test("a restart does not prolong the time of a retired key", async () => {
  const dir = createTestDir();
  const first = await open(toEnv(dir, "the encryption key that will retire"));
  await first.plane.close();
  const env = toEnv(dir, "the encryption key that follows it,the encryption key that will retire");
  const second = await open(env);
  const seen = (await findKept(env))?.retiredKeys;
  expect(seen).toEqual({ [env.secrets.encryptionKeys[1]?.id ?? ""]: arrivedAt + 1000 });
  await second.plane.close();
  const third = await open(env, 20 * 3_600_000);
  await third.plane.close();
  expect((await findKept(env))?.retiredKeys).toEqual(seen);
});
