import { api, blockedCallersMax } from "@ccp/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { listAudit } from "#modules/audit/list-audit.ts";
import { addBlockedCallers } from "./add-blocked-callers.ts";
import { createBlockedCaller } from "./create-blocked-caller.ts";
import { importBlockedCallers } from "./import-blocked-callers.ts";
import { listBlockedCallers } from "./list-blocked-callers.ts";
import { removeBlockedCallers } from "./remove-blocked-callers.ts";
import { updateBlockedCaller } from "./update-blocked-caller.ts";

let testApp: TestApp;
let account: FurnishedAccount;
beforeAll(async () => {
  testApp = await createTestApp();
});
beforeEach(async () => {
  account = await furnishAccount(testApp);
});
afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

const shared = { campaignId: null, reason: "", expiresAt: null };

const block = (value: string, kind: "number" | "prefix" | "anonymous" = "number") =>
  createBlockedCaller({ ...using(), input: { ...shared, kind, value } });

const list = async (query: Record<string, unknown> = {}) =>
  (await listBlockedCallers({ ...using(), input: api.listBlockedCallers.query.parse(query) })).items;

const listValues = async (query: Record<string, unknown>) => (await list(query)).map(({ value }) => value);

const bring = (text: string, changes: object = {}) =>
  importBlockedCallers({ ...using(), input: { ...shared, text, ...changes } });

test("a caller is blocked however the number is written, once for each campaign and once for all", async () => {
  expect((await block("(202) 555-0143")).value).toBe("+12025550143");
  await expect(block("+1 202 555 0143")).rejects.toMatchObject({ cause: { cause: { code: "23505" } } });
  const input = {
    ...shared,
    kind: "number",
    value: "+12025550143",
    campaignId: account.ids.campaign,
  } as const;
  await expect(createBlockedCaller({ ...using(), input })).resolves.toBeDefined();
  const response = await sendRequest(testApp.app, "createBlockedCaller", {
    parts: { body: { kind: "number", value: "202-555-0143" } },
    headers: toBearer(account.keys.manager),
  });
  expect([response.status, response.body.code]).toEqual([409, "conflict"]);
  expect(response.body.details).toMatchObject([{ path: "body.value" }]);
});

test.each([
  ["number", "12", "Give a phone number"],
  ["prefix", "1900", "with its country code"],
  ["prefix", "+0", "with its country code"],
  ["anonymous", "+12025550143", "leave this empty"],
] as const)("a %s cannot be %s", async (kind, value, message) => {
  await expect(block(value, kind)).rejects.toMatchObject({
    code: "invalid",
    details: [{ path: "body.value", message: expect.stringContaining(message) }],
  });
});

test("an import takes numbers, beginnings and withheld numbers, with one audit row for all", async () => {
  const text =
    "# from the week before\r\n+12025550144, Robot\n\n(202) 555-0145\n+1 900*\nAnonymous\n+12025550144\n";
  expect(await bring(text, { reason: "Spam" })).toEqual({ added: 4, alreadyThere: 1 });
  expect((await list({ sort: "value" })).map(({ kind, value, reason }) => [kind, value, reason])).toEqual([
    ["anonymous", "", "Spam"],
    ["number", "+12025550144", "Robot"],
    ["number", "+12025550145", "Spam"],
    ["number", "+12025550190", expect.any(String)],
    ["prefix", "+1900", "Spam"],
  ]);
  const audit = await listAudit({
    ...using(),
    input: { limit: 10, noun: { isNot: false, values: ["blocked-caller"] } },
  });
  expect(audit.items[0]).toMatchObject({ action: "import", after: { count: 4, reason: "Spam" } });
  expect(audit.items.filter(({ action }) => action === "import").length).toBe(1);
  expect(await bring(text)).toEqual({ added: 0, alreadyThere: 5 });
});

test("an import blocks again whose block has ended, and leaves the others as they are", async () => {
  const ended = { ...shared, kind: "number", reason: "Old", expiresAt: "2020-01-01T00:00:00Z" } as const;
  await createBlockedCaller({ ...using(), input: { ...ended, value: "+12025550144" } });
  await createBlockedCaller({
    ...using(),
    input: { ...shared, ...ended, expiresAt: null, value: "+12025550145" },
  });
  const expiresAt = "2999-01-01T00:00:00.000Z";
  expect(await bring("+12025550144\n+12025550145", { reason: "New", expiresAt })).toEqual({
    added: 1,
    alreadyThere: 1,
  });
  const entries = (await list({ sort: "value" })).slice(0, 2);
  expect(entries.map(({ reason, isExpired, version }) => [reason, isExpired, version])).toEqual([
    ["New", false, 2],
    ["Old", false, 1],
  ]);
  expect(entries[0]?.expiresAt).toBe(expiresAt);
});

test("of an import with a wrong line nothing is kept, and each is named by its number", async () => {
  const before = await list();
  await expect(bring("+12025550144\ncall me\n+12025550145\n*\n900*")).rejects.toMatchObject({
    code: "invalid",
    message: "3 lines are wrong; nothing was added.",
    details: [
      {
        path: "body.text",
        message: expect.stringMatching(/^Line 2: “call me” is no caller\. Write a number/),
      },
      { path: "body.text", message: expect.stringContaining("Line 4") },
      { path: "body.text", message: expect.stringContaining("Line 5") },
    ],
  });
  expect(await list()).toEqual(before);
});

test("ten thousand lines are taken at once and one more is not", async () => {
  const lines = Array.from({ length: 10_000 }, (_, n) => `+1202${String(5_550_000 + n)}`);
  expect(await bring(lines.join("\n"))).toEqual({ added: 10_000, alreadyThere: 0 });
  await expect(bring([...lines, "+13035550100"].join("\n"))).rejects.toMatchObject({ code: "invalid" });
});

test("a list that is full takes no more, neither one nor many", async () => {
  await withAccount(testApp.deps.pools.app, account.accountId, (tx) =>
    tx.query(
      `insert into blocked_callers (account_id, kind, value, reason)
       select $1, 'prefix', (13030000000 + n)::text, '' from generate_series(1, $2::int) n`,
      [account.accountId, blockedCallersMax - 1],
    ),
  );
  await expect(block("+12025550144")).rejects.toMatchObject({ code: "conflict" });
  await expect(bring("+12025550144")).rejects.toMatchObject({ code: "conflict" });
  expect(await list({ search: "2025550144" })).toEqual([]);
});

test("what was removed can be added again as it was", async () => {
  const entry = await block("+12025550146");
  const { items } = await removeBlockedCallers({ ...using(), input: { ids: [entry.id] } });
  expect((await list()).map(({ id }) => id)).not.toContain(entry.id);
  const back = await addBlockedCallers({
    ...using(),
    input: {
      items: items.map(({ kind, value, campaign, reason, expiresAt }) => ({
        kind,
        value,
        reason,
        expiresAt,
        campaignId: campaign?.id ?? null,
      })),
    },
  });
  expect(back.items).toMatchObject([{ value: entry.value, reason: entry.reason, expiresAt: null }]);
});

test("of several to be removed or added all are or none", async () => {
  const entry = await block("+12025550147");
  await expect(
    removeBlockedCallers({ ...using(), input: { ids: [entry.id, 999_999_999] } }),
  ).rejects.toMatchObject({ code: "not-found", details: [{ path: "body.ids.1" }] });
  const items = [
    { ...shared, kind: "number", value: "+12025550148" },
    { ...shared, kind: "number", value: "+12025550147" },
  ] as const;
  await expect(addBlockedCallers({ ...using(), input: { items: [...items] } })).rejects.toMatchObject({
    code: "conflict",
    details: [{ path: "body.items.1.value" }],
  });
  expect((await list({ search: "555-014" })).map(({ value }) => value)).toEqual(["+12025550147"]);
});

test("the list is found by any part of a number or reason, by kind, campaign and expiry", async () => {
  await block("+1900", "prefix");
  const expired = await block("+12025550149");
  const patch = { expiresAt: "2020-01-01T00:00:00Z", reason: "Rude" };
  await updateBlockedCaller({ ...using(), input: { id: expired.id, patch } });
  expect(await listValues({ search: "(202) 555-0149" })).toEqual(["+12025550149"]);
  expect(await listValues({ search: "rud" })).toEqual(["+12025550149"]);
  expect(await listValues({ kind: "prefix" })).toEqual(["+1900"]);
  expect(await listValues({ campaignId: account.ids.campaign })).toEqual(["+12025550190"]);
  expect(await listValues({ isExpired: "true" })).toEqual(["+12025550149"]);
  expect(await listValues({ isExpired: "false" })).toEqual(["+1900", "+12025550190"]);
});

test("pages of every sort show each entry once and in order", async () => {
  await bring("+12025550151,b\n+12025550152,A\n+1900*\nanonymous,c\n+12025550153");
  for (const sort of api.listBlockedCallers.query.shape.sort.def.innerType.options) {
    const whole = await list({ sort, limit: 200 });
    const paged: number[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page = await listBlockedCallers({ ...using(), input: { sort, limit: 2, cursor } });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole.map(({ id }) => id));
  }
});

test("the database keeps no value that its kind cannot have", async () => {
  const insert = withAccount(testApp.deps.pools.app, account.accountId, (tx) =>
    tx.query(
      "insert into blocked_callers (account_id, kind, value, reason) values ($1, 'number', '+1202', '')",
      [account.accountId],
    ),
  );
  await expect(insert).rejects.toThrow(/blocked_callers_value_fits/);
});
