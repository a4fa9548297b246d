import type { Payout } from "@ccp/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { readCampaigns } from "#modules/books/read-campaigns.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const send = (id: Parameters<typeof sendRequest>[1], parts: Parameters<typeof sendRequest>[2]["parts"]) =>
  sendRequest(testApp.app, id, { parts, headers: toBearer(account.keys.owner) });

const fixed: Payout = { kind: "fixed", micros: "7000000", due: { kind: "connected" } };

const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const never = { weekly: closed, exceptions: [] };

const ofState = (state: string) => ({
  all: [{ any: [{ tag: "InboundNumber:State", operator: "equals", value: state }] }],
});

const inList = (listId: string) => ({
  all: [{ any: [{ tag: "InboundNumber:Number", operator: "in-list", listId }] }],
});

const nights = { name: "Nights", enabled: true, hours: never, filter: null, payout: fixed };
const west = { name: "West", enabled: true, hours: null, filter: ofState("CA"), payout: fixed };

const patch = (change: object) =>
  send("updateCampaign", { params: { id: account.ids.campaign }, body: change });

const readBook = () =>
  withAccount(testApp.deps.pools.app, account.accountId, async (tx) => {
    const settings = { timeZone: "UTC", attestations: null, dialCountries: ["US"], highRiskPrefixes: [] };
    return (await readCampaigns(tx, settings))[account.ids.campaign];
  });

test("rules come back in their order, and no terms for all other calls as none", async () => {
  const written = await patch({ payoutRules: [nights, west], payout: null });
  expect(written.body).toMatchObject({ payoutRules: [nights, west], payout: null });
  const turned = await patch({ payoutRules: [west, nights] });
  expect(turned.body).toMatchObject({ payoutRules: [west, nights], payout: null });
});

test.each([
  ["a rule without hours and filter", [{ ...nights, hours: null }], "payoutRules.0.filter"],
  ["two rules of one name", [west, { ...nights, name: "West" }], "payoutRules.1.name"],
  ["a rule without a name", [{ ...west, name: " " }], "payoutRules.0.name"],
  [
    "hours that run into themselves",
    [
      {
        ...nights,
        hours: {
          ...never,
          weekly: {
            ...closed,
            mon: [
              { from: "08:00", to: "12:00" },
              { from: "09:00", to: "13:00" },
            ],
          },
        },
      },
    ],
    "payoutRules.0.hours",
  ],
  [
    "a payout above all of the revenue",
    [
      {
        ...west,
        payout: {
          kind: "revenue-share",
          basisPoints: 10_001,
          minMicros: null,
          maxMicros: null,
          due: { kind: "connected" },
        },
      },
    ],
    "payoutRules.0.payout.basisPoints",
  ],
  [
    "too many rules",
    Array.from({ length: 21 }, (_, index) => ({ ...west, name: `Rule ${index}` })),
    "payoutRules",
  ],
])("%s is refused at its place", async (_, payoutRules, path) => {
  const { status, body } = await patch({ payoutRules });
  expect([status, body.code]).toEqual([400, "invalid"]);
  expect(body.details).toMatchObject([{ path: expect.stringContaining(`body.${path}`) }]);
});

test("the book has the rules that are on, with the campaign's clock, and a publisher's own in place of them", async () => {
  const { publisher, campaign } = account.ids;
  await patch({
    payoutRules: [{ ...west, enabled: false }, nights],
    payout: fixed,
    timeZone: "America/Chicago",
  });
  const items = [{ publisherId: publisher, rules: [west], payout: null }];
  const put = await send("putCampaignPayouts", { params: { id: campaign }, body: { items } });
  expect(put.body).toMatchObject({ items: [{ rules: [west], payout: null }] });
  const book = await readBook();
  expect(book?.payoutRules).toEqual([
    { name: "Nights", schedule: { hours: never, timeZone: "America/Chicago" }, payout: fixed },
  ]);
  expect(book?.payouts).toEqual({ [publisher]: null });
  expect(book?.ownPayoutRules?.[publisher]).toMatchObject([
    { name: "West", filter: { timeZone: "America/Chicago" }, payout: fixed },
  ]);
  await patch({ payoutRules: [], payout: null });
  expect(await readBook()).toMatchObject({ payout: null });
  await send("putCampaignPayouts", { params: { id: campaign }, body: { items: [] } });
  expect(await readBook()).not.toHaveProperty("ownPayoutRules");
});

test("a list that a rule asks for cannot be archived, and one that is archived cannot be asked for", async () => {
  const { campaign, publisher, spareValueList: id } = account.ids;
  const archive = () => send("archiveValueLists", { body: { ids: [id] } });
  const rule = { ...west, filter: inList(id) };
  await patch({ payoutRules: [rule] });
  expect((await archive()).body).toMatchObject({
    code: "in-use",
    details: [{ path: "body.ids.0", message: expect.stringContaining("Dentists") }],
  });
  await patch({ payoutRules: [] });
  const put = (rules: object[]) =>
    send("putCampaignPayouts", {
      params: { id: campaign },
      body: { items: [{ publisherId: publisher, rules, payout: null }] },
    });
  await put([rule]);
  expect((await archive()).body.code).toBe("in-use");
  await put([]);
  expect((await archive()).status).toBe(200);
  const place = "0.filter.all.0.any.0.listId";
  expect((await patch({ payoutRules: [rule] })).body.details).toMatchObject([
    { path: `body.payoutRules.${place}` },
  ]);
  expect((await put([rule])).body.details).toMatchObject([{ path: `body.items.0.rules.${place}` }]);
});

test("who comes back brings no rule with it that asks an archived list", async () => {
  const { spareCampaign, sparePublisher, spareValueList: listId } = account.ids;
  const send200 = async (...asked: Parameters<typeof send>) => {
    const { status, body } = await send(...asked);
    expect([status, body.details]).toEqual([200, undefined]);
  };
  const body = { ids: [listId] };
  await send200("updateValueList", { params: { id: listId }, body: { status: "active" } });
  await send200("putCampaignPayouts", {
    params: { id: spareCampaign },
    body: {
      items: [{ publisherId: sparePublisher, rules: [{ ...west, filter: inList(listId) }], payout: null }],
    },
  });
  const [publisher, campaign] = [{ id: sparePublisher }, { id: spareCampaign }];
  await send200("archivePublisher", { params: publisher });
  await send200("archiveValueLists", { body });
  const back = { body: { status: "active" } };
  const refused = { details: [{ path: "body.status", message: "This value list is archived." }] };
  expect((await send("updatePublisher", { params: publisher, ...back })).body).toMatchObject(refused);
  await send200("updateValueList", { params: { id: listId }, ...back });
  await send200("updatePublisher", { params: publisher, ...back });
  await send200("archiveCampaign", { params: campaign });
  await send200("archiveValueLists", { body });
  expect((await send("updateCampaign", { params: campaign, ...back })).body).toMatchObject(refused);
  expect((await send("cloneCampaign", { params: campaign, body: { name: "Copy" } })).status).toBe(400);
  await send200("updateValueList", { params: { id: listId }, ...back });
  await send200("updateCampaign", { params: campaign, ...back });
});

test("a trial says which rule would pay now, why those before it would not, and whose terms were asked", async () => {
  const { campaign, publisher, sparePublisher } = account.ids;
  await patch({
    payoutRules: [
      nights,
      { ...west, enabled: false },
      { ...west, name: "California" },
      { ...west, name: "Again" },
    ],
    payout: null,
  });
  const own = { publisherId: sparePublisher, rules: [{ ...west, name: "Own" }], payout: fixed };
  await send("putCampaignPayouts", { params: { id: campaign }, body: { items: [own] } });
  const ask = async (publisherId: string, from: string | null) =>
    (await send("tryPayoutRules", { params: { id: campaign }, body: { publisherId, from } })).body;
  expect(await ask(publisher, "(213) 555-0142")).toEqual({
    rules: [
      { name: "Nights", verdict: "closed", sentence: "is closed" },
      { name: "West", verdict: "off", sentence: "is switched off" },
      { name: "California", verdict: "pays", sentence: "takes the call" },
      { name: "Again", verdict: "not-asked", sentence: "is not asked, as a rule before it pays" },
    ],
    payout: fixed,
    owner: "campaign",
  });
  expect(await ask(publisher, null)).toMatchObject({
    rules: [
      {},
      {},
      { verdict: "filtered", sentence: expect.stringContaining("the caller's state is not known") },
      {},
    ],
    payout: null,
  });
  expect(await ask(sparePublisher, null)).toMatchObject({
    rules: [{ name: "Own" }],
    payout: fixed,
    owner: "publisher",
  });
  const stranger = (await furnishAccount(testApp)).ids.publisher;
  const refused = await send("tryPayoutRules", { params: { id: campaign }, body: { publisherId: stranger } });
  expect(refused.body.details).toMatchObject([{ path: "body.publisherId" }]);
});
