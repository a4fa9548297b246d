import { pino } from "pino";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { systemClock } from "#clock.ts";
import { readEnv } from "#env.ts";
import { createTestDir } from "#live/disk/testing/test-dir.ts";
import { listCarrierAccounts } from "#modules/accounts/list-carrier-accounts.ts";
import { toSystemContext } from "#modules/accounts/system-context.ts";
import { createTestAccount, type TestAccount, testSealer as sealer } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { setUpAccounts } from "./set-up-accounts.ts";

let pools: TestDatabase["pools"];
beforeEach(async () => {
  const database = await createTestDatabase();
  ({ pools } = database);
  onTestFinished(() => database.drop());
});

/** What a start with these settings comes to, with the warnings it writes. */
const startWith = async (settings: Record<string, string>) => {
  const warnings: string[] = [];
  const log = pino({ level: "warn" }, { write: (line) => warnings.push(line) });
  const env = readEnv({ DATA_DIR: createTestDir(), ...settings });
  return { owner: await setUpAccounts({ env, clock: systemClock, log, pools, sealer }), warnings };
};

const refs = ["a", "b"].map((digit) => `AC${digit.repeat(32)}`);

const settingsFor = (accountRef = "") => ({
  CARRIER: "twilio",
  PUBLIC_URL: "https://calls.example.com",
  TWILIO_ACCOUNT_SID: accountRef,
  TWILIO_AUTH_TOKEN: "token of the settings",
});

const listTwilio = async ({ ctx }: Pick<TestAccount, "ctx">): Promise<string[]> => {
  const { items } = await listCarrierAccounts({ pools, ctx, input: { limit: 50 } });
  return items.filter(({ carrier }) => carrier === "twilio").map(({ accountRef }) => accountRef);
};

test("the carrier account of the settings goes to the only account there is, and to nobody among several", async () => {
  expect(await startWith(settingsFor(refs[0]))).toEqual({ owner: null, warnings: [] });
  const first = await createTestAccount(pools);
  expect((await startWith(settingsFor(refs[0]))).warnings).toEqual([]);
  expect(await listTwilio(first)).toEqual([refs[0]]);
  const second = await createTestAccount(pools);
  expect((await startWith(settingsFor(refs[1]))).warnings).toEqual([
    expect.stringContaining("nobody has the carrier account of TWILIO_ACCOUNT_SID"),
  ]);
  expect([await listTwilio(first), await listTwilio(second)]).toEqual([[refs[0]], []]);
});

test("whoever looked at the demonstration is let in when the real carrier, or none, takes its place", async () => {
  const { owner } = await startWith({});
  expect(owner).toMatchObject({ accountId: expect.any(String) });
  const { accountId = "", userId } = owner ?? {};
  expect((await startWith(settingsFor(refs[0]))).owner).toEqual({ accountId, userId });
  const ctx = toSystemContext(accountId);
  expect(await listTwilio({ ctx })).toEqual([refs[0]]);
  expect((await startWith({ DEMO: "false" })).owner).toEqual({ accountId, userId });
});
