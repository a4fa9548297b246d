import { listValuesMax } from "@ccp/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { createValueList } from "./create-value-list.ts";

let testApp: TestApp;
let account: FurnishedAccount;
beforeAll(async () => {
  testApp = await createTestApp();
});
beforeEach(async () => {
  account = await furnishAccount(testApp);
});
afterAll(() => testApp.close());

type Sent = Parameters<typeof sendRequest>;

const send = (id: Sent[1], parts: Sent[2]["parts"], by = account) =>
  sendRequest(testApp.app, id, { parts, headers: toBearer(by.keys.manager) });

const make = async (text: string, name = "Zip codes"): Promise<string> =>
  (await createValueList({ pools: testApp.deps.pools, ctx: account.ctx, input: { name, text } })).id;

const download = async (id: string): Promise<string> =>
  (await send("downloadListValues", { params: { id } })).text.replace(/^\uFEFF/, "");

const filterBy = (listId: string) => ({
  all: [{ any: [{ tag: "InboundNumber:Zip", operator: "in-list", listId }] }],
});

test("a list takes lines and the first column of tables, each value once, and gives them back as they were", async () => {
  const text = '\uFEFF02134\r\n 90210 ,Beverly Hills\n\n"Washington, DC";x\n"say ""no"""\n02134\n';
  const id = await make(text);
  const file = await download(id);
  expect(file).toBe('02134\r\n90210\r\n"Washington, DC"\r\n"say ""no"""\r\n');
  const again = await make(file, "Again");
  expect(await download(again)).toBe(file);
  const { body } = await send("getValueList", { params: { id } });
  expect(body).toMatchObject({ name: "Zip codes", status: "active", valueCount: 4, targetCount: 0 });
});

test("a hundred thousand values come in one request, one more is refused, and so is a value too long", async () => {
  const values = Array.from({ length: listValuesMax }, (_, index) => `+1${2_000_000_000 + index}`);
  const { status, body } = await send("createValueList", { body: { name: "Many", text: values.join("\n") } });
  expect([status, body.valueCount]).toEqual([201, listValuesMax]);
  const more = [...values, "+13000000000"].join("\n");
  const refused = await send("replaceListValues", { params: { id: body.id }, body: { text: more } });
  expect(refused.body.details).toEqual([
    { path: "body.text", message: `A list has at most ${listValuesMax} values.` },
  ]);
  await expect(make(`a\n${"b".repeat(201)}`, "Long")).rejects.toMatchObject({
    details: [{ path: "body.text", message: "Line 2 is longer than 200 letters." }],
  });
  await expect(make(" \n,x\n", "None")).rejects.toMatchObject({
    details: [{ path: "body.text", message: "Give at least one value." }],
  });
});

test("a body that is no list's stays within the usual bounds", async () => {
  const { status } = await send("createBuyer", { body: { name: "x".repeat(1_100_000) } });
  expect(status).toBe(413);
});

test("other values take the place of all of them, for whoever has seen the present version", async () => {
  const id = await make("1\n2");
  const replace = (version: number) =>
    send("replaceListValues", { params: { id }, body: { text: "3", version } });
  expect((await replace(1)).body).toMatchObject({ valueCount: 1, version: 2 });
  expect((await replace(1)).body).toMatchObject({ code: "stale" });
  expect(await download(id)).toBe("3\r\n");
});

test("a list that a target's filter asks for cannot be archived, and one that is archived cannot be asked for", async () => {
  const id = await make("02134");
  const archive = () => send("archiveValueLists", { body: { ids: [id] } });
  const setFilter = (filter: object | null) =>
    send("updateTarget", { params: { id: account.ids.spareTarget }, body: { filter } });
  expect((await setFilter(filterBy(id))).status).toBe(200);
  expect((await send("getValueList", { params: { id } })).body.targetCount).toBe(1);
  const refused = await archive();
  expect([refused.status, refused.body.code]).toEqual([409, "in-use"]);
  expect(refused.body.details).toEqual([
    { path: "body.ids.0", message: expect.stringContaining("Spare target") },
  ]);
  await setFilter(null);
  expect((await archive()).status).toBe(200);
  const late = await setFilter(filterBy(id));
  expect(late.body.details).toEqual([
    { path: "body.filter.all.0.any.0.listId", message: "This value list is archived." },
  ]);
  const { body } = await send("updateValueList", { params: { id }, body: { status: "active" } });
  expect(body.status).toBe("active");
  expect((await setFilter(filterBy(id))).status).toBe(200);
});

test("a target out of service keeps no list, and comes back only when its lists are there", async () => {
  const id = await make("02134");
  const target = { id: account.ids.spareTarget };
  await send("updateTarget", { params: target, body: { filter: filterBy(id) } });
  await send("archiveTarget", { params: target });
  expect((await send("archiveValueLists", { body: { ids: [id] } })).status).toBe(200);
  const back = await send("updateTarget", { params: target, body: { status: "active" } });
  expect(back.body.details).toEqual([
    { path: "body.filter.all.0.any.0.listId", message: "This value list is archived." },
  ]);
});

test("another account's list is not there for anybody else", async () => {
  const id = await make("02134");
  const other = await furnishAccount(testApp);
  expect((await send("getValueList", { params: { id } }, other)).status).toBe(404);
  expect((await send("downloadListValues", { params: { id } }, other)).status).toBe(404);
  const asked = await send(
    "updateTarget",
    { params: { id: other.ids.target }, body: { filter: filterBy(id) } },
    other,
  );
  expect(asked.body.details).toEqual([
    { path: "body.filter.all.0.any.0.listId", message: "There is no such value list." },
  ]);
});

test("lists are searched, sorted by their size, and exported", async () => {
  await make("1\n2\n3", "A long one");
  const { body } = await send("listValueLists", { query: { sort: "-valueCount" } });
  expect(body.items[0]).toMatchObject({ name: "A long one", valueCount: 3 });
  const { text } = await send("exportValueLists", { query: { search: "long", columns: "name,valueCount" } });
  expect(text).toContain("A long one,3");
});
