import { createRandom } from "@ccp/engine";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { createHeldClock } from "#live/disk/testing/held-clock.ts";
import { loadDemo } from "#modules/demo/load-demo.ts";
import { setDemoTraffic } from "#modules/demo/set-demo-traffic.ts";
import { hangUp } from "#modules/test-calls/simulator.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { toDemoCaller } from "./demo-caller.ts";
import { startDemoTraffic } from "./demo-traffic.ts";

let testApp: TestApp;
let account: TestAccount;
/** Of the account's book, as the process that places the calls knows it. */
let revision = 0;
beforeAll(async () => {
  testApp = await createTestApp();
});
afterAll(() => testApp.close());
beforeEach(async () => {
  account = await createTestAccount(testApp.deps.pools);
  testApp.simulator.placed.length = 0;
});

const verb = () => ({ deps: testApp.deps, ctx: account.ctx });

const start = (changes: { isReady?: () => boolean; simulatorUrl?: string } = {}) => {
  const clock = createHeldClock();
  const traffic = startDemoTraffic({
    clock,
    log: pino({ level: "silent" }),
    pool: testApp.deps.pools.app,
    simulatorUrl: testApp.simulator.url,
    listBooks: () => [{ accountId: account.accountId, revision }],
    isReady: () => true,
    seed: "a seed",
    ...changes,
  });
  onTestFinished(() => traffic.stop());
  return { clock, traffic };
};

const placed = () => testApp.simulator.placed;

const readRevision = () =>
  withAccount(testApp.deps.pools.app, account.accountId, async (tx) => {
    const { rows } = await tx.query<{ revision: string }>("select revision from accounts");
    return Number(rows[0]?.revision);
  });

/** Ten seconds at a time; what became due is waited for. */
const passMinutes = async ({ clock }: ReturnType<typeof start>, minutes: number): Promise<void> => {
  revision = await readRevision();
  for (let second = 0; second < minutes * 60; second += 10) {
    await clock.advance(10_000);
  }
};

test("calls come one each 20 to 60 seconds, from different people, to the demonstration's numbers", async () => {
  await loadDemo(verb());
  const { clock } = start();
  await clock.advance(19_999);
  expect(placed()).toEqual([]);
  await clock.advance(40_001);
  expect(placed()).toHaveLength(1);
  expect(placed()[0]).toMatchObject({
    accountSid: account.carrierAccount.accountRef,
    from: expect.stringMatching(/^\+1\d{3}55501\d\d$/),
    to: expect.stringMatching(/^\+1(212|312|415)55501\d\d$/),
  });
});

test("at most four calls go on at once, and the next comes when one is over", async () => {
  await loadDemo(verb());
  const running = start();
  await passMinutes(running, 10);
  expect(placed()).toHaveLength(4);
  await hangUp(testApp.simulator.url, placed()[0]?.callSid ?? "");
  await passMinutes(running, 2);
  expect(placed()).toHaveLength(5);
});

test("a pause acts on the next call, and going on acts as well", async () => {
  await loadDemo(verb());
  const running = start();
  await setDemoTraffic({ ...verb(), input: { traffic: "paused" } });
  await passMinutes(running, 3);
  expect(placed()).toEqual([]);
  await setDemoTraffic({ ...verb(), input: { traffic: "running" } });
  await passMinutes(running, 2);
  expect(placed().length).toBeGreaterThan(0);
});

test("an account that has no stream is not asked again before its book changes", async () => {
  const running = start();
  await passMinutes(running, 3);
  await loadDemo(verb());
  for (let minute = 0; minute < 3; minute += 1) await running.clock.advance(60_000);
  expect(placed()).toEqual([]);
  await passMinutes(running, 2);
  expect(placed().length).toBeGreaterThan(0);
});

test("nobody is called without a demonstration, by a process that takes no calls, or by one that ends", async () => {
  await passMinutes(start(), 2);
  await loadDemo(verb());
  await passMinutes(start({ isReady: () => false }), 2);
  const ending = start();
  await ending.traffic.stop();
  await passMinutes(ending, 2);
  expect(placed()).toEqual([]);
});

test("a simulated carrier that does not answer costs the call, and not the ones after it", async () => {
  await loadDemo(verb());
  await passMinutes(start({ simulatorUrl: "http://127.0.0.1:9" }), 3);
  expect(placed()).toEqual([]);
});

test("callers of one seed are the same each time, and differ in what becomes of their calls", () => {
  const stage = { numbers: ["+12125550101", "+13125550103"], destinations: ["+12125550111", "+12125550112"] };
  const list = () => {
    const random = createRandom("callers");
    return Array.from({ length: 200 }, () => toDemoCaller(stage, random));
  };
  const callers = list();
  expect(list()).toEqual(callers);
  expect(new Set(callers.map((caller) => caller?.from)).size).toBeGreaterThan(100);
  const kinds = callers.flatMap((caller) =>
    Object.values(caller?.script.farEnds ?? {}).map(({ kind }) => kind),
  );
  expect(new Set(kinds)).toEqual(new Set(["answer", "busy", "no-answer"]));
  expect(callers.some((caller) => caller?.script.hangsUpAfterSeconds !== undefined)).toBe(true);
  expect(toDemoCaller({ numbers: [], destinations: [] }, createRandom("none"))).toBeUndefined();
});
