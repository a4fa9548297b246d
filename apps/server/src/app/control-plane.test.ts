import path from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#clock.ts";
import { readEnv } from "#env.ts";
import { createLatePools } from "#db/late-pools.ts";
import { createMemoryCapacity } from "#live/capacity/memory.ts";
import { createTestDir } from "#live/disk/testing/test-dir.ts";
import { openSnapshot } from "#live/snapshot/open-snapshot.ts";
import { createSealer } from "#sealing.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { openControlPlane } from "./control-plane.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const listListeners = async (): Promise<unknown[]> => {
  const client = await database.pools.app.connect();
  const { rows } = await client.query<Record<string, unknown>>(
    "select application_name from pg_stat_activity where datname = current_database() and application_name ~ 'book'",
  );
  client.release();
  return rows;
};

test("an opening that is given up leaves nobody listening", async () => {
  const dir = createTestDir();
  const log = pino({ level: "silent" });
  const env = readEnv({ DATA_DIR: dir, DEMO: "false" });
  const sealer = createSealer(env.secrets.encryptionKeys);
  const pools = createLatePools();
  pools.open({ url: database.url });
  const capacity = createMemoryCapacity(systemClock);
  const opening = openControlPlane(
    {
      env,
      clock: systemClock,
      log,
      sealer,
      snapshot: await openSnapshot({ dir: path.join(dir, "snapshot"), sealer, log }),
      pools,
      staticDir: null,
      signal: AbortSignal.abort(new Error("The server is ending.")),
      capacity,
      following: {
        capacity,
        knows: () => false,
        appliedThrough: () => 0,
        bookedThrough: () => 0,
      },
      record: () => Promise.resolve(),
      preview: () => Promise.resolve(undefined),
      findCarrierClient: () => undefined,
      isReady: () => false,
      onMigrated: () => undefined,
    },
    { directUrl: database.url },
  );
  await expect(opening).rejects.toThrow("The server is ending.");
  await expect.poll(listListeners).toEqual([]);
  await pools.close();
});
