import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createBuyer } from "#modules/buyers/create-buyer.ts";
import { getBuyer } from "#modules/buyers/get-buyer.ts";

let testApp: TestApp;
let account: FurnishedAccount;
let ids: number[];

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
  ids = [];
  for (const name of ["One", "Two", "Three", "Four"]) {
    const { id } = await createBuyer({ ...using(), input: { name, status: "active", repeatCallers: null } });
    ids.push(id);
  }
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

const send = (id: "updateBuyers" | "archiveBuyers" | "updateTargets" | "updateNumbers", body: object) =>
  sendRequest(testApp.app, id, { parts: { body }, headers: toBearer(account.keys.manager) });

const readBuyers = () => Promise.all(ids.map((id) => getBuyer({ ...using(), input: { id } })));

const readState = () =>
  withAccount(testApp.deps.pools.app, account.accountId, async (tx) => {
    const { rows } = await tx.query<{ audited: number; revision: number }>(
      `select (select count(*)::int from audit_log) as audited, revision::int as revision from accounts`,
    );
    return { audited: rows[0]?.audited ?? 0, revision: rows[0]?.revision ?? 0 };
  });

test("several changes are made at once: an audit row each, in order, and the book moved on once", async () => {
  const before = await readState();
  const response = await send("updateBuyers", {
    items: ids.map((id, index) => ({ id, patch: { name: `Number ${index}`, status: "paused" } })),
  });
  expect(response.body.items).toMatchObject(
    ids.map((id, index) => ({ id, name: `Number ${index}`, status: "paused", version: 2 })),
  );
  expect(await readState()).toEqual({ audited: before.audited + 4, revision: before.revision + 1 });
  const audit = await sendRequest(testApp.app, "listAudit", {
    parts: { query: { limit: 4 } },
    headers: toBearer(account.keys.owner),
  });
  const entries = audit.body.items.toReversed();
  expect(entries).toMatchObject(
    ids.map((id, index) => ({
      nounId: String(id),
      action: "update",
      before: { status: "active", version: 1 },
      after: { name: `Number ${index}`, version: 2 },
    })),
  );
  expect(entries[0].before).toMatchObject({ name: "One" });
});

test.each([
  ["an id of nothing", 404, "not-found", "body.items.2.id", () => ({ id: 999_999, patch: {} })],
  [
    "an older version",
    409,
    "stale",
    "body.items.2.patch.version",
    (id: number) => ({ id, patch: { version: 1 } }),
  ],
  [
    "a name that is taken",
    409,
    "conflict",
    "body.items.2.patch.name",
    (id: number) => ({ id, patch: { name: "Number 3" } }),
  ],
  [
    "a field that is wrong",
    400,
    "invalid",
    "body.items.2.patch.status",
    (id: number) => ({ id, patch: { status: "asleep" } }),
  ],
])(
  "with %s among them none is changed, and the refusal says which",
  async (_, status, code, path, toItem) => {
    const before = [await readBuyers(), await readState()];
    const [first = 0, second = 0, third = 0] = ids;
    const items = [first, second].map((id) => ({ id, patch: { status: "active" } }));
    const response = await send("updateBuyers", { items: [...items, toItem(third)] });
    expect([response.status, response.body.code]).toEqual([status, code]);
    expect(response.body.details).toMatchObject([{ path }]);
    expect([await readBuyers(), await readState()]).toEqual(before);
  },
);

test("a reference and a phone number that are wrong are told at their places", async () => {
  const { target, spareTarget, number } = account.ids;
  const foreign = await send("updateTargets", {
    items: [
      { id: target, patch: {} },
      { id: spareTarget, patch: { buyerId: 999_999 } },
    ],
  });
  expect(foreign.body.details).toMatchObject([{ path: "body.items.1.patch.buyerId" }]);
  const phone = await send("updateTargets", {
    items: [{ id: target, patch: { destination: { kind: "phone", address: "call me" } } }],
  });
  expect(phone.body.details).toMatchObject([{ path: "body.items.0.patch.destination.address" }]);
  const campaign = await send("updateNumbers", {
    items: [{ id: number, patch: { campaignId: "00000000-0000-4000-8000-000000000000" } }],
  });
  expect(campaign.body.details).toMatchObject([{ path: "body.items.0.patch.campaignId" }]);
});

test("several are archived or, while something uses one of them, none", async () => {
  const [first = 0, second = 0] = ids;
  const refused = await send("archiveBuyers", { ids: [first, account.ids.buyer] });
  expect([refused.status, refused.body.code]).toEqual([409, "in-use"]);
  expect(refused.body.details).toMatchObject([
    { path: "body.ids.1", message: expect.stringContaining("Acme front desk") },
    { path: "body.ids.1", message: expect.stringContaining("Spare target") },
  ]);
  expect((await readBuyers())[0]).toMatchObject({ status: "paused" });
  const done = await send("archiveBuyers", { ids: [first, second] });
  expect(done.body.items).toMatchObject([
    { id: first, status: "archived" },
    { id: second, status: "archived" },
  ]);
});

test("five hundred changes go through in one request", async () => {
  const numbers = Array.from({ length: 500 }, (_, index) => `Many ${index}`);
  const created = await withAccount(testApp.deps.pools.app, account.accountId, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `insert into buyers (account_id, name, status) select $1, name, 'active' from unnest($2::text[]) name
       returning id`,
      [account.accountId, numbers],
    );
    return rows.map(({ id }) => Number(id));
  });
  const response = await send("updateBuyers", {
    items: created.map((id) => ({ id, patch: { status: "paused" } })),
  });
  expect(response.status, response.text.slice(0, 300)).toBe(200);
  expect(response.body.items.map(({ id }: { id: number }) => id)).toEqual(created);
});
