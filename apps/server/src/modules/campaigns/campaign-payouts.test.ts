import { api, type Payout, type Revenue } from "@ccp/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { listAudit } from "#modules/audit/list-audit.ts";
import { readCampaigns } from "#modules/books/read-campaigns.ts";
import { archivePublisher } from "#modules/publishers/archive-publisher.ts";
import { updatePublisher } from "#modules/publishers/update-publisher.ts";
import { createPublisher } from "#modules/publishers/create-publisher.ts";
import { listPublisherPayouts } from "#modules/publishers/list-publisher-payouts.ts";
import { updateTarget } from "#modules/targets/update-target.ts";
import { cloneCampaign } from "./clone-campaign.ts";
import { getCampaign } from "./get-campaign.ts";
import { getCampaignPayouts } from "./get-campaign-payouts.ts";
import { listCampaigns } from "./list-campaigns.ts";
import { putCampaignPayouts } from "./put-campaign-payouts.ts";
import { updateCampaign } from "./update-campaign.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

const toFixed = (micros: string, due: Payout["due"]): Payout => ({ kind: "fixed", micros, due });

const share: Payout = {
  kind: "revenue-share",
  basisPoints: 6_250,
  minMicros: "2000000",
  maxMicros: "40000000",
  due: { kind: "converted" },
};

const every: Payout[] = [
  toFixed("1", { kind: "incoming" }),
  toFixed("20000000", { kind: "length", seconds: 60 }),
  share,
  toFixed("0", { kind: "connected" }),
  { ...share, minMicros: null, maxMicros: null, due: { kind: "length", seconds: 14_400 } },
  toFixed("999999999999", { kind: "converted" }),
];

const putItems = (items: readonly object[], version?: number) =>
  sendRequest(testApp.app, "putCampaignPayouts", {
    parts: { params: { id: account.ids.campaign }, body: { items, version } },
    headers: toBearer(account.keys.owner),
  });

const readBook = () =>
  withAccount(testApp.deps.pools.app, account.accountId, async (tx) => {
    const campaigns = await readCampaigns(tx, {
      timeZone: "UTC",
      attestations: null,
      dialCountries: ["US"],
      highRiskPrefixes: [],
    });
    return campaigns[account.ids.campaign];
  });

test("payout terms of each kind come back as they were written, also after another kind", async () => {
  const { campaign } = account.ids;
  for (const payout of [...every, ...every.toReversed()]) {
    const changed = await updateCampaign({ ...using(), input: { id: campaign, patch: { payout } } });
    expect(changed.payout).toEqual(payout);
    expect(await getCampaign({ ...using(), input: { id: campaign } })).toMatchObject({ payout });
  }
});

test("a list by payout goes by the amount, whether a caller is paid for once or each time", async () => {
  const { campaign, spareCampaign } = account.ids;
  const setPayout = (id: string, payout: Payout) =>
    updateCampaign({ ...using(), input: { id, patch: { payout } } });
  const once = { window: { kind: "ever" }, across: "campaign" } as const;
  const fixed = { kind: "fixed", micros: "20000000", due: { kind: "connected" } } as const;
  await setPayout(campaign, { ...fixed, duplicates: once });
  await setPayout(spareCampaign, { ...fixed, micros: "5000000" });
  const query = api.listCampaigns.query.parse({ sort: "-payout" });
  const { items } = await listCampaigns({ ...using(), input: query });
  const found = items.filter(({ id }) => id === campaign || id === spareCampaign);
  expect(found.map(({ id }) => id)).toEqual([campaign, spareCampaign]);
});

test.each([
  ["a share of nothing", { ...share, basisPoints: 0 }, "basisPoints"],
  ["more than all of it", { ...share, basisPoints: 10_001 }, "basisPoints"],
  ["a maximum below the minimum", { ...share, maxMicros: "1999999" }, "maxMicros"],
  ["a negative amount", { ...every[0], micros: "-1" }, "micros"],
  ["a length of no seconds", toFixed("1", { kind: "length", seconds: 0 }), "due.seconds"],
  ["no due", { kind: "fixed", micros: "1" }, "due"],
])("%s is refused at its field", async (_name, payout, field) => {
  const { publisher } = account.ids;
  const { status, body } = await putItems([{ rules: [], publisherId: publisher, payout }]);
  expect(status).toBe(400);
  expect(body.details).toMatchObject([{ path: `body.items.0.payout.${field}` }]);
});

test("a publisher stands in the list once, and the list is refused when somebody changed it meanwhile", async () => {
  const item = { rules: [], publisherId: account.ids.publisher, payout: share };
  expect((await putItems([item, item])).body).toMatchObject({
    code: "invalid",
    details: [{ path: "body.items.1.publisherId" }],
  });
  const { version } = await getCampaignPayouts({ ...using(), input: { id: account.ids.campaign } });
  expect((await putItems([item], version)).body).toMatchObject({ version: version + 1 });
  expect((await putItems([item], version)).body).toMatchObject({ code: "stale" });
});

test("the terms of a stranger's or an archived publisher are refused", async () => {
  const { publisher: stranger } = (await furnishAccount(testApp)).ids;
  const gone = await createPublisher({ ...using(), input: { name: "Gone", status: "active" } });
  await archivePublisher({ ...using(), input: { id: gone.id } });
  for (const publisherId of [stranger, gone.id]) {
    const { body } = await putItems([{ publisherId, payout: share }]);
    expect(body.details).toMatchObject([{ path: "body.items.0.publisherId" }]);
  }
});

test("the audit log says what changed of the terms", async () => {
  const { campaign, publisher } = account.ids;
  const put = (payout: Payout) =>
    putCampaignPayouts({
      ...using(),
      input: { id: campaign, items: [{ rules: [], publisherId: publisher, payout, enabled: true }] },
    });
  await put(share);
  await put(toFixed("3000000", { kind: "incoming" }));
  const noun = { isNot: false, values: ["campaign" as const] };
  const { items } = await listAudit({ ...using(), input: { noun, limit: 1 } });
  expect(items[0]).toMatchObject({
    action: "put-payouts",
    nounId: campaign,
    before: { payouts: [{ publisher: { id: publisher }, payout: share, enabled: true }] },
    after: { payouts: [{ payout: { kind: "fixed", micros: "3000000", due: { kind: "incoming" } } }] },
  });
});

test("the book has the terms that act: the campaign's, and those of publishers that are switched on and in service", async () => {
  const { campaign, publisher, sparePublisher } = account.ids;
  const gone = await createPublisher({ ...using(), input: { name: "Going", status: "active" } });
  await updateCampaign({ ...using(), input: { id: campaign, patch: { payout: share } } });
  const items = [
    { rules: [], publisherId: publisher, payout: every[0] ?? share, enabled: true },
    { rules: [], publisherId: sparePublisher, payout: share, enabled: false },
    { rules: [], publisherId: gone.id, payout: share, enabled: true },
  ];
  await putCampaignPayouts({ ...using(), input: { id: campaign, items } });
  await archivePublisher({ ...using(), input: { id: gone.id } });
  expect(await readBook()).toMatchObject({ payout: share, payoutMicros: "0", payoutAfterSeconds: 0 });
  expect((await readBook())?.payouts).toEqual({ [publisher]: every[0] });
  const plain = toFixed("5000000", { kind: "length", seconds: 45 });
  await updateCampaign({ ...using(), input: { id: campaign, patch: { payout: plain } } });
  await putCampaignPayouts({ ...using(), input: { id: campaign, items: [] } });
  const book = await readBook();
  expect(book).toMatchObject({ payoutMicros: "5000000", payoutAfterSeconds: 45 });
  expect(book).not.toHaveProperty("payout");
  expect(book).not.toHaveProperty("payouts");
});

test("what others are paid changes nothing of an archived publisher's terms, which act again when it is back", async () => {
  const { publisher, sparePublisher } = account.ids;
  const coming = { publisherId: sparePublisher, payout: share };
  await putItems([coming, { publisherId: publisher, payout: every[0] }]);
  await archivePublisher({ ...using(), input: { id: sparePublisher } });
  expect((await putItems([{ publisherId: publisher, payout: every[3] }])).body.items).toHaveLength(1);
  expect((await readBook())?.payouts).toEqual({ [publisher]: every[3] });
  await updatePublisher({ ...using(), input: { id: sparePublisher, patch: { status: "active" } } });
  expect((await readBook())?.payouts).toEqual({ [publisher]: every[3], [sparePublisher]: share });
});

test("a target's condition is in the book, and where its seconds say it all there is none, as in books of before", async () => {
  const { target } = account.ids;
  const readRow = async (conversion: Extract<Revenue, { kind: "fixed" }>["conversion"]) => {
    const revenue = { kind: "fixed", micros: "30000000", conversion } as const;
    await updateTarget({ ...using(), input: { id: target, patch: { revenue } } });
    return (await readBook())?.rows[0];
  };
  expect(await readRow({ kind: "dialled" })).toMatchObject({ conversion: { kind: "dialled" } });
  const waiting = { kind: "length", seconds: 40, from: "incoming" } as const;
  expect(await readRow(waiting)).toMatchObject({ conversion: waiting, revenueAfterSeconds: 0 });
  const talking = await readRow({ kind: "length", seconds: 40, from: "connection" });
  expect(talking?.revenueAfterSeconds).toBe(40);
  expect(talking).not.toHaveProperty("conversion");
  const connected = await readRow({ kind: "connected" });
  expect(connected?.revenueAfterSeconds).toBe(0);
  expect(connected).not.toHaveProperty("conversion");
});

test("a clone has the publishers' terms of its original", async () => {
  const { campaign, publisher } = account.ids;
  await putCampaignPayouts({
    ...using(),
    input: { id: campaign, items: [{ rules: [], publisherId: publisher, payout: share, enabled: false }] },
  });
  const { id } = await cloneCampaign({ ...using(), input: { id: campaign, name: "Dentists, nights" } });
  const [one, other] = await Promise.all(
    [campaign, id].map((each) => getCampaignPayouts({ ...using(), input: { id: each } })),
  );
  expect(other?.items).toEqual(one?.items);
  expect(other?.items).toHaveLength(1);
});

test("a publisher is shown what it is paid where, and whose terms these are", async () => {
  const { campaign, spareCampaign, publisher } = account.ids;
  const plain = toFixed("5000000", { kind: "connected" });
  await updateCampaign({ ...using(), input: { id: campaign, patch: { payout: plain } } });
  const put = (id: string, enabled: boolean) =>
    putCampaignPayouts({
      ...using(),
      input: { id, items: [{ rules: [], publisherId: publisher, payout: share, enabled }] },
    });
  await put(campaign, false);
  await put(spareCampaign, true);
  const { items } = await listPublisherPayouts({ ...using(), input: { id: publisher } });
  const own = items.filter((item) => [campaign, spareCampaign].includes(item.campaign.id));
  expect(own.map(({ campaign: { id }, payout, from }) => ({ id, payout, from }))).toEqual([
    { id: campaign, payout: plain, from: "campaign" },
    { id: spareCampaign, payout: share, from: "publisher" },
  ]);
});
