import { pino } from "pino";
import { Client } from "pg";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { type App, startApp } from "./app.ts";
import { systemClock } from "./clock.ts";
import { readEnv } from "./env.ts";
import { createTestDir } from "#live/disk/testing/test-dir.ts";
import { workerUrl } from "#live/journal/testing/test-journal.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const apiKey = `ccp_live_${"a".repeat(40)}`;

const start = async (
  settings: Record<string, string> = {},
  onError = (): unknown => undefined,
): Promise<App> => {
  const env = readEnv({
    DATABASE_URL: database.url,
    DATA_DIR: createTestDir(),
    SESSION_SECRET: "s".repeat(40),
    ENCRYPTION_KEY: "e".repeat(40),
    PUBLIC_URL: "https://calls.example.com",
    CARRIER: "twilio",
    CCP_INIT_EMAIL: "ada@example.com",
    CCP_INIT_PASSWORD: "a long password for tests",
    CCP_INIT_API_KEY: apiKey,
    ...settings,
  });
  const log = pino({ level: "error" }, { write: () => void onError() });
  const options = { clock: systemClock, log, journalWorkerUrl: workerUrl, staticDir: null };
  const app = await startApp({ env: { ...env, port: 0 }, ...options });
  onTestFinished(() => app.close());
  return app;
};

const ask = async ({ port }: App, method: "GET" | "POST", pathname: string): Promise<number> =>
  (await fetch(`http://127.0.0.1:${port}${pathname}`, { method })).status;

const isReady = async (app: App): Promise<boolean> => (await ask(app, "GET", "/readyz")) === 200;

/** 503 while this process takes no calls; 400 or 403 where it looked at the request. */
const askForCall = (app: App): Promise<number> => ask(app, "POST", "/carriers/twilio/voice");

const runAsOwner = async (text: string) => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text);
  await client.end();
  return rows;
};

const readEpoch = () => runAsOwner("select epoch, is_released from live_epoch");

test("a second process from another data folder takes calls only when the first has let go", async () => {
  const first = await start();
  await first.opened;
  expect(await isReady(first)).toBe(true);
  const second = await start();
  await second.opened;
  expect(await isReady(second)).toBe(false);
  expect(await askForCall(second)).toBe(503);
  expect(await askForCall(first)).not.toBe(503);
  expect(await readEpoch()).toEqual([{ epoch: "1", is_released: false }]);
  await first.close();
  await expect.poll(() => isReady(second), { timeout: 5_000 }).toBe(true);
  await second.close();
  expect(await readEpoch()).toEqual([{ epoch: "2", is_released: true }]);
});

test("a process that never becomes ready takes nothing from the one that is, and nothing that was let go", async () => {
  const first = await start();
  await first.opened;
  let failures = 0;
  const failTwice = async (): Promise<void> => {
    const before = failures;
    await expect.poll(() => failures, { timeout: 5_000 }).toBeGreaterThan(before + 1);
  };
  // The API key belongs to the other account already, so that this set-up fails each time.
  const second = await start({ CCP_INIT_EMAIL: "bob@example.com" }, () => (failures += 1));
  await failTwice();
  expect(await isReady(second)).toBe(false);
  expect(await isReady(first)).toBe(true);
  expect(await readEpoch()).toEqual([{ epoch: "1", is_released: false }]);
  await first.close();
  await failTwice();
  expect(await isReady(second)).toBe(false);
  expect(await readEpoch()).toEqual([{ epoch: "1", is_released: true }]);
});

test("whoever finds that another has taken over answers no more and says that it failed", async () => {
  const app = await start();
  await app.opened;
  expect(await isReady(app)).toBe(true);
  await runAsOwner("update live_epoch set holder = 'another', folder = 'another', epoch = 7");
  await expect.poll(() => app.failed.aborted, { timeout: 5_000 }).toBe(true);
  expect(await askForCall(app)).toBe(503);
  expect(await isReady(app)).toBe(false);
  await app.close();
  expect(await readEpoch()).toEqual([{ epoch: "7", is_released: false }]);
});
