import { type CallEvent, toEventKey } from "@ccp/engine";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { bookEvents } from "#live/drain/book-events.ts";
import { createSampleCall } from "#live/drain/testing/sample-call.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});
afterAll(() => testApp.close());

type Sent = Parameters<typeof sendRequest>;

const send = (id: Sent[1], parts: Sent[2]["parts"]) =>
  sendRequest(testApp.app, id, { parts, headers: toBearer(account.keys.manager) });

const update = (filter: unknown) =>
  send("updateTarget", { params: { id: account.ids.target }, body: { filter } });

const of = (...any: object[]) => ({ all: [{ any }] });

const inState = (...values: string[]) => ({ tag: "InboundNumber:State", operator: "equals-any", values });

test("a filter is kept as it was given with what its ids are called, and taken away by null", async () => {
  const { campaign, publisher, valueList } = account.ids;
  const filter = of(
    { ...inState("CA", "OR"), isNot: true, matchCase: true },
    { tag: "Campaign:Id", operator: "equals", value: campaign },
    { tag: "Publisher:Id", operator: "equals-any", values: [publisher] },
    { tag: "InboundNumber:Number", operator: "in-list", listId: valueList },
  );
  const { status, body } = await update(filter);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.filter).toEqual(filter);
  const [tag] = account.marks;
  expect(body.filterNames).toEqual({
    [campaign]: `Dentists ${tag}`,
    [publisher]: `Bright Leads ${tag}`,
    [valueList]: `Known callers ${tag}`,
  });
  expect((await update(null)).body).toMatchObject({ filter: null, filterNames: {} });
});

test.each([
  [of({ tag: "Sky:Colour", operator: "exists" }), "tag", "There is no such tag."],
  [
    of({ tag: "Time:Hour", operator: "contains", value: "1" }),
    "operator",
    "Time:Hour takes none of this operator, contains.",
  ],
  [of({ tag: "InboundNumber:State", operator: "equals-any", values: [] }), "values", "Give a value."],
  [of({ tag: "InboundNumber:State", operator: "equals" }), "value", "Give a value."],
  [of({ tag: "InboundNumber:Zip", operator: "exists", colour: 1 }), "colour", "There is no such field."],
])("%j is refused at its place", async (filter, field, message) => {
  const { status, body } = await update(filter);
  expect(status).toBe(400);
  expect(body.details).toEqual([{ path: `body.filter.all.0.any.0.${field}`, message }]);
});

let booked = 0;

/** Calls that come one after the other. */
const bookCalls = async (states: readonly (string | null)[]): Promise<void> => {
  const events = states.map((state): CallEvent => {
    const [arrived] = createSampleCall(account.accountId).start();
    if (arrived?.fact.kind !== "arrived") throw new Error("A call begins with its arrival.");
    const fact = { ...arrived.fact, place: { ...arrived.fact.place, state } };
    booked += 1;
    return { ...arrived, at: arrived.at + booked, key: toEventKey(fact), fact };
  });
  await withAccount(testApp.database.pools.drain, account.accountId, (tx) => bookEvents(tx, events));
};

const attempt = async (filter: object) => (await send("tryFilter", { body: { filter } })).body;

test("a filter is tried on the last calls, and values that none of them had are named", async () => {
  const before = await attempt(of({ tag: "InboundNumber:IsAnonymous", operator: "equals", value: "false" }));
  expect(before.matched).toBe(before.calls);
  await bookCalls(["QA", "QA", "QB", null]);
  expect(await attempt(of(inState("QA", "QC", "QD")))).toEqual({
    calls: before.calls + 4,
    matched: 2,
    conditions: [
      { block: 0, condition: 0, seen: expect.arrayContaining(["QA", "QB"]), unseen: ["QC", "QD"] },
    ],
  });
  const list = await send("createValueList", { body: { name: "States", text: "qa\nqb" } });
  const asked = { tag: "InboundNumber:State", operator: "in-list", listId: list.body.id };
  expect((await attempt(of(asked))).matched).toBe(3);
  await bookCalls(Array.from({ length: 110 }, () => "QE"));
  expect(await attempt(of(inState("QE")))).toMatchObject({
    calls: 100,
    matched: 100,
    conditions: [{ seen: ["QE"], unseen: [] }],
  });
});
