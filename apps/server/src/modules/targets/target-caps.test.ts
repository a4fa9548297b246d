import { listCounters, type Caps } from "@ccp/engine";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHeldClock } from "#live/drain/testing/held-clock.ts";
import { createMemoryCapacity } from "#live/capacity/memory.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";

// The held clock begins at midnight UTC on Thursday 1 January 2026.
const clock = createHeldClock();
const capacity = createMemoryCapacity(clock);

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp({ capacity, clock });
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const toHeaders = () => toBearer(account.keys.manager);

const update = (body: object) =>
  sendRequest(testApp.app, "updateTarget", {
    parts: { params: { id: account.ids.target }, body },
    headers: toHeaders(),
  });

const reset = (body: object) =>
  sendRequest(testApp.app, "resetTargetCaps", {
    parts: { params: { id: account.ids.target }, body },
    headers: toHeaders(),
  });

const readUsage = async () => {
  const { body } = await sendRequest(testApp.app, "listTargetUsage", {
    parts: { query: { targetId: account.ids.target } },
    headers: toHeaders(),
  });
  expect(body.items).toHaveLength(1);
  return body.items[0];
};

const daily = { on: "connected", period: "day", limit: 50 } as const;
const ever = { on: "converted", period: "all-time", limit: 9, mode: "at-conversion" } as const;

const count = async (changes: readonly number[], generation: number) => {
  const caps: Caps = { list: [daily, ever], generation, timeZone: "America/New_York" };
  const counters = listCounters({ scope: "target", id: account.ids.target }, caps, clock.now());
  const accountId = account.accountId;
  const counts = new Map(counters.map((counter, index) => [counter, BigInt(changes[index] ?? 0)]));
  await capacity.note(accountId, { counts, marks: new Map() }, []);
};

test("caps are kept as they were given, and taken away by an empty list", async () => {
  expect((await update({ caps: [daily, ever] })).body).toMatchObject({ caps: [daily, ever] });
  expect((await update({ concurrencyMax: 7 })).body).toMatchObject({ caps: [daily, ever] });
  expect((await update({ caps: [] })).body).toMatchObject({ caps: [] });
});

test.each([
  ["the same event and period twice", [daily, ever, { ...daily, limit: 7 }], "body.caps.2.period"],
  ["a limit of nothing", [{ ...daily, limit: 0 }], "body.caps.0.limit"],
  ["a limit beyond a million", [{ ...daily, limit: 1_000_001 }], "body.caps.0.limit"],
  ["a mode of what does not convert", [{ ...daily, mode: "strict" }], "body.caps.0.mode"],
  ["an event that is none", [{ ...daily, on: "ringing" }], "body.caps.0.on"],
])("%s is refused at its place", async (_name, caps, path) => {
  const response = await update({ caps });
  expect(response.status).toBe(400);
  expect(response.body.details[0].path).toBe(path);
});

test("usage is what the live side has counted in the period of the target's own clock", async () => {
  await update({ caps: [daily, ever], timeZone: "America/New_York", concurrencyMax: 4 });
  await count([12, 3], 1);
  await capacity.reserve({
    accountId: account.accountId,
    targetId: account.ids.target,
    holder: "call-1:1",
    limit: null,
    expiresAt: clock.now() + 60_000,
  });
  expect(await readUsage()).toEqual({
    targetId: account.ids.target,
    inUse: 1,
    concurrencyMax: 4,
    concurrencyLimit: 4,
    timeZone: "America/New_York",
    buyer: expect.objectContaining({ inUse: null, concurrencyMax: null, caps: [] }),
    balance: null,
    caps: [
      { ...daily, used: 12, since: "2025-12-31T05:00:00.000Z", until: "2026-01-01T05:00:00.000Z" },
      { ...ever, used: 3, since: null, until: null },
    ],
  });
});

test("after a reset everything counts from zero, and the audit trail says by whom and why", async () => {
  const { version } = (await update({ caps: [daily, ever], timeZone: "America/New_York" })).body;
  await count([4, 4], 1);
  expect((await reset({ version: version - 1 })).body.code).toBe("stale");
  expect((await readUsage()).caps[1].used).toBeGreaterThan(0);
  expect((await reset({ version, reason: "A new contract" })).body).toMatchObject({ version: version + 1 });
  expect((await readUsage()).caps.map(({ used }: { used: number }) => used)).toEqual([0, 0]);
  await count([1, 2], 2);
  expect((await readUsage()).caps.map(({ used }: { used: number }) => used)).toEqual([1, 2]);
  const { body } = await sendRequest(testApp.app, "listAudit", {
    parts: { query: { noun: "target", action: "reset-caps" } },
    headers: toBearer(account.keys.owner),
  });
  expect(body.items).toMatchObject([
    { nounId: account.ids.target, actor: { kind: "api-key" }, after: { reason: "A new contract" } },
  ]);
});

test("archived targets use nothing that is told", async () => {
  const list = async () =>
    (await sendRequest(testApp.app, "listTargetUsage", { parts: {}, headers: toHeaders() })).body.items.map(
      ({ targetId }: { targetId: string }) => targetId,
    );
  expect(await list()).toContain(account.ids.spareTarget);
  await sendRequest(testApp.app, "archiveTarget", {
    parts: { params: { id: account.ids.spareTarget } },
    headers: toHeaders(),
  });
  expect(await list()).not.toContain(account.ids.spareTarget);
});
