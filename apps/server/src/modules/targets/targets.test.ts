import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import type { Revenue } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import { createBuyer } from "#modules/buyers/create-buyer.ts";
import { archiveBuyer } from "#modules/buyers/archive-buyer.ts";
import { updateCampaign } from "#modules/campaigns/update-campaign.ts";
import { archiveTarget } from "./archive-target.ts";
import { getTarget } from "./get-target.ts";
import { updateTarget } from "./update-target.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

let made = 0;

const create = (body: object) =>
  sendRequest(testApp.app, "createTarget", {
    parts: { body: { name: `Target ${(made += 1)}`, buyerId: account.ids.buyer, ...body } },
    headers: toBearer(account.keys.manager),
  });

test("phone numbers are kept in E.164, SIP addresses as they are", async () => {
  const phone = await create({ destination: { kind: "phone", address: "(202) 555-0151" } });
  const sip = await create({ destination: { kind: "sip", address: "sip:desk@pbx.example.com:5060" } });
  expect(phone.body.destination).toEqual({ kind: "phone", address: "+12025550151" });
  expect(sip.body.destination.address).toBe("sip:desk@pbx.example.com:5060");
});

test.each([
  ["a number that is too short", { kind: "phone", address: "555-01" }, "body.destination.address"],
  ["words for a number", { kind: "phone", address: "call me" }, "body.destination.address"],
  [
    "a number with an extension",
    { kind: "phone", address: "+1 202 555 0142 x3" },
    "body.destination.address",
  ],
  ["a SIP address without a host", { kind: "sip", address: "sip:desk" }, "body.destination.address"],
  ["markup in a SIP address", { kind: "sip", address: "sip:a@b<c" }, "body.destination.address"],
  ["another kind", { kind: "fax", address: "+12025550142" }, "body.destination.kind"],
])("%s is refused at its field", async (_name, destination, field) => {
  const response = await create({ destination });
  expect(response.status).toBe(400);
  expect(response.body.details[0].path).toBe(field);
});

test.each([
  ["concurrencyMax", 0],
  ["ringTimeoutSeconds", 4],
])("%s of %s is refused at its field", async (field, value) => {
  const response = await create({ destination: { kind: "phone", address: "+12025550142" }, [field]: value });
  expect(response.body.details).toMatchObject([{ path: `body.${field}` }]);
});

const after = (seconds: number, from = "connection") => ({ kind: "length", seconds, from });

const fixed = { kind: "fixed", micros: "30000000", conversion: after(30) };

const perMinute = {
  kind: "per-minute",
  microsPerMinute: "850000",
  incrementSeconds: 6,
  minimumSeconds: 30,
  conversion: after(10),
};

const toTiers = (...starts: number[]) => ({
  kind: "tiers",
  tiers: starts.map((fromSeconds) => ({ fromSeconds, micros: "10000000" })),
});

test.each([
  ["a negative amount", { ...fixed, micros: "-1" }, "micros"],
  ["a broken amount", { ...fixed, micros: "12.5" }, "micros"],
  ["an amount as a number", { ...fixed, micros: 12 }, "micros"],
  ["a negative length", { ...fixed, conversion: after(-1) }, "conversion.seconds"],
  ["no seconds", { ...fixed, conversion: after(0) }, "conversion.seconds"],
  ["seconds from nowhere", { ...fixed, conversion: after(30, "answer") }, "conversion.from"],
  ["another condition", { ...fixed, conversion: { kind: "hoped" } }, "conversion.kind"],
  ["no step", { ...perMinute, incrementSeconds: 0 }, "incrementSeconds"],
  ["a step of more than a minute", { ...perMinute, incrementSeconds: 61 }, "incrementSeconds"],
  ["part of a second", { ...perMinute, minimumSeconds: 1.5 }, "minimumSeconds"],
  ["terms of another kind", { kind: "per-call" }, "kind"],
  ["no tiers", toTiers(), "tiers"],
  ["eleven tiers", toTiers(...Array.from({ length: 11 }, (_, index) => index)), "tiers"],
  ["a tier that begins with the one before", toTiers(0, 90, 90), "tiers.2.fromSeconds"],
  ["a tier that begins before the one before", toTiers(30, 90, 60), "tiers.2.fromSeconds"],
  ["a tier without an amount", { kind: "tiers", tiers: [{ fromSeconds: 1, micros: "" }] }, "tiers.0.micros"],
])("%s in the revenue terms is refused at its field", async (_name, revenue, field) => {
  const response = await create({ destination: { kind: "phone", address: "+12025550142" }, revenue });
  expect(response.status).toBe(400);
  expect(response.body.details).toMatchObject([{ path: `body.revenue.${field}` }]);
});

test("revenue terms of each kind come back as they were written, also after another kind", async () => {
  const { target } = account.ids;
  const dialled = { kind: "dialled" };
  const every = [
    perMinute,
    toTiers(20),
    { ...fixed, conversion: dialled },
    { ...perMinute, conversion: { kind: "webhook" } },
    toTiers(0, 60, 14_400),
    { ...perMinute, conversion: after(60, "incoming") },
    { ...fixed, conversion: after(60, "dial") },
    { ...perMinute, conversion: { kind: "connected" } },
    fixed,
  ];
  for (const revenue of every as Revenue[]) {
    const changed = await updateTarget({ ...using(), input: { id: target, patch: { revenue } } });
    expect(changed.revenue).toEqual(revenue);
    expect(await getTarget({ ...using(), input: { id: target } })).toMatchObject({ revenue });
  }
});

test("targets are listed by what they pay a call, a minute, or at the most", async () => {
  const buyer = await createBuyer({
    ...using(),
    input: { name: "Payers", status: "active", repeatCallers: null },
  });
  const micros = ["3000000", "1000000", "4000000", "2000000"] as const;
  const terms = [
    {
      kind: "tiers",
      tiers: [
        { fromSeconds: 0, micros: "1" },
        { fromSeconds: 9, micros: micros[0] },
      ],
    },
    { ...perMinute, microsPerMinute: micros[1] },
    { ...fixed, micros: micros[2] },
    { ...perMinute, microsPerMinute: micros[3] },
  ];
  for (const [index, revenue] of terms.entries()) {
    const destination = { kind: "phone", address: "+12025550142" };
    await create({ name: `Payer ${index}`, buyerId: buyer.id, destination, revenue });
  }
  const headers = toBearer(account.keys.manager);
  const readPage = (query: Record<string, string>) =>
    sendRequest(testApp.app, "listTargets", { parts: { query }, headers });
  const listBy = async (sort: string) => {
    const query = { sort, buyerId: String(buyer.id), limit: "3" };
    const { body: first } = await readPage(query);
    const { body: rest } = await readPage({ ...query, cursor: first.nextCursor });
    return [...first.items, ...rest.items].map(({ name }) => Number(name.split(" ")[1]));
  };
  expect(await listBy("revenue")).toEqual([1, 3, 0, 2]);
  expect(await listBy("-revenue")).toEqual([2, 0, 3, 1]);
});

const write = (columns: string) =>
  withAccount(testApp.deps.pools.app, account.ctx.accountId, (tx) =>
    tx.query(`update targets set ${columns}`),
  );

test("the database itself refuses terms that are neither fixed nor by length", async () => {
  await expect(write(`revenue_by_length = '{"kind":"other"}', revenue_micros = 0`)).rejects.toThrow(
    /by_length/,
  );
  await expect(write(`revenue_by_length = '{}', revenue_micros = 0`)).rejects.toThrow(/by_length/);
  await expect(write(`revenue_by_length = '{"kind":"tiers"}', revenue_micros = 1`)).rejects.toThrow(
    /by_length/,
  );
});

test("a target that a campaign lists or falls back to is not archived, and the refusal names the campaign", async () => {
  const { target, spareTarget, spareCampaign } = account.ids;
  await updateCampaign({
    ...using(),
    input: { id: spareCampaign, patch: { fallbackTargetId: spareTarget } },
  });
  await expect(archiveTarget({ ...using(), input: { id: target } })).rejects.toMatchObject({
    code: "in-use",
    details: [{ message: expect.stringContaining("Dentists") }],
  });
  await expect(archiveTarget({ ...using(), input: { id: spareTarget } })).rejects.toMatchObject({
    details: [{ message: expect.stringContaining("Spare campaign") }],
  });
  await updateCampaign({ ...using(), input: { id: spareCampaign, patch: { fallbackTargetId: null } } });
  await expect(archiveTarget({ ...using(), input: { id: spareTarget } })).resolves.toMatchObject({
    status: "archived",
  });
});

test("a target comes back only to a buyer in service", async () => {
  const { spareTarget, spareBuyer } = account.ids;
  await archiveBuyer({ ...using(), input: { id: spareBuyer } });
  const move = { buyerId: spareBuyer, status: "active" } as const;
  await expect(updateTarget({ ...using(), input: { id: spareTarget, patch: move } })).rejects.toMatchObject({
    details: [{ path: "body.buyerId", message: "This buyer is archived." }],
  });
});

test("a change of one field leaves the others", async () => {
  const { target } = account.ids;
  const changed = await updateTarget({ ...using(), input: { id: target, patch: { concurrencyMax: null } } });
  expect(changed).toMatchObject({
    concurrencyMax: null,
    revenue: fixed,
    destination: { kind: "phone", address: "+12025550150" },
  });
});
