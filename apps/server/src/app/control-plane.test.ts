import path from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#clock.ts";
import { readEnv } from "#env.ts";
import { createLatePools } from "#db/late-pools.ts";
import { createMemoryCapacity } from "#live/capacity/memory.ts";
import { createTestDir } from "#live/disk/testing/test-dir.ts";
import { openSnapshot } from "#live/snapshot/open-snapshot.ts";
import { listCarrierAccounts } from "#modules/accounts/list-carrier-accounts.ts";
import { createSealer } from "#sealing.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
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

const log = pino({ level: "silent" });

/** Opens it, to be given up as soon as what the settings ask for is made. */
const openInVain = async (settings: Record<string, string>): Promise<unknown> => {
  const dir = createTestDir();
  const env = readEnv({ DATA_DIR: dir, DEMO: "false", ...settings });
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
  const failure = await opening.catch((error: unknown) => error);
  await pools.close();
  return failure;
};

test("an opening that is given up leaves nobody listening", async () => {
  expect(await openInVain({})).toMatchObject({ message: "The server is ending." });
  await expect.poll(listListeners).toEqual([]);
});

const openWith = (accountRef: string) =>
  openInVain({ TWILIO_ACCOUNT_SID: accountRef, TWILIO_AUTH_TOKEN: "token of the settings" });

test("the carrier account of the settings goes to the only account there is, and to nobody among several", async () => {
  const refs = ["a", "b"].map((digit) => `AC${digit.repeat(32)}`);
  const { pools } = database;
  const listRefs = async ({ ctx }: TestAccount) => {
    const { items } = await listCarrierAccounts({ pools, ctx, input: { limit: 50 } });
    return items.filter(({ carrier }) => carrier === "twilio").map(({ accountRef }) => accountRef);
  };
  const first = await createTestAccount(pools);
  await openWith(refs[0] ?? "");
  expect(await listRefs(first)).toEqual([refs[0]]);
  const second = await createTestAccount(pools);
  await openWith(refs[1] ?? "");
  expect([await listRefs(first), await listRefs(second)]).toEqual([[refs[0]], []]);
});
