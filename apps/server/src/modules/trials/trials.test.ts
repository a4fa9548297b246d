import { toDecision } from "@ccp/contract";
import { tryAgain, type Trial } from "@ccp/engine";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { toTargetRow } from "#http/testing/plan-rows.ts";
import { getPlanRows } from "#modules/plans/get-plan-rows.ts";
import { putPlanDraft } from "#modules/plans/put-plan-draft.ts";
import { updateTarget } from "#modules/targets/update-target.ts";

let testApp: TestApp;
let account: FurnishedAccount;
let other: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
  other = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

type Id = "getCampaignFacts" | "testDecision" | "checkTarget";

const send = (id: Id, parts: { params: { id: string }; body: object }, role: "owner" | "analyst" = "owner") =>
  sendRequest(testApp.app, id, { parts, headers: toBearer(account.keys[role]) });

const ask = async (id: "getCampaignFacts" | "testDecision", body: object, role?: "analyst") =>
  (await send(id, { params: { id: account.ids.campaign }, body }, role)).body;

const check = async (body: object) =>
  (await send("checkTarget", { params: { id: account.ids.target }, body })).body;

test("the facts make the very decision that the server makes, seed for seed", async () => {
  const body = { from: "(202) 555-0143", numberId: account.ids.number, state: "CA", attestation: "B" };
  const facts = await ask("getCampaignFacts", body);
  const trial = { ...facts, at: Date.parse(facts.at) } as Trial;
  const at = facts.at as string;
  for (const seed of ["one", "two", "three", "four"]) {
    const { decision } = await ask("testDecision", { ...body, at, seed });
    expect(toDecision({ ...trial, decided: tryAgain(trial, seed) })).toEqual(decision);
  }
});

test("the call comes as it was described", async () => {
  const body = { from: "(202) 555-0143", numberId: account.ids.number, city: "Reno", attestation: "B" };
  expect((await ask("getCampaignFacts", body)).arrived).toMatchObject({
    from: "+12025550143",
    to: "+12025550100",
    numberId: account.ids.number,
    campaignId: account.ids.campaign,
    publisherId: account.ids.publisher,
    place: { city: "Reno", state: null, zip: null, country: null },
    stirVerstat: "TN-Validation-Passed-B",
  });
  const withheld = await ask("getCampaignFacts", { from: "anonymous", publisherId: account.ids.publisher });
  expect(withheld.arrived).toMatchObject({ from: "anonymous", to: "", publisherId: account.ids.publisher });
});

test("a blocked caller is refused here as well", async () => {
  const { decision } = await ask("testDecision", { from: "(202) 555-0190" });
  expect(decision).toMatchObject({ choice: "apologise", candidates: [] });
  expect(decision.sentence).toMatch(/blocked/i);
});

test("who may not change a destination sees no more of it than its end", async () => {
  const body = { from: "(202) 555-0143" };
  const full = JSON.stringify(await ask("getCampaignFacts", body));
  expect(full).toContain("+12025550150");
  const shortened = JSON.stringify(await ask("getCampaignFacts", body, "analyst"));
  expect(shortened).not.toContain("+12025550150");
  expect(shortened).toContain("…0150");
});

test("neither another account's campaign nor its number, target or publisher's mark is reached", async () => {
  const from = "(202) 555-0143";
  const campaign = { params: { id: other.ids.campaign }, body: { from } };
  expect((await send("getCampaignFacts", campaign)).status).toBe(404);
  expect((await send("testDecision", campaign)).status).toBe(404);
  expect((await send("checkTarget", { params: { id: other.ids.target }, body: {} })).status).toBe(404);
  const refused = await ask("testDecision", { from, numberId: other.ids.number });
  expect(refused).toMatchObject({ code: "invalid", details: [{ path: "body.numberId" }] });
});

test("what is no number is refused by its name", async () => {
  expect(await ask("testDecision", { from: "nobody" })).toMatchObject({
    code: "invalid",
    details: [{ path: "body.from" }],
  });
});

const listTargets = async (draft: boolean) =>
  (await ask("testDecision", { from: "(202) 555-0143", draft })).decision.candidates.map(
    (each: { target: { id: string } }) => each.target.id,
  );

test("a draft is tried as if it were published, and the plan stays as it is", async () => {
  const { pools } = testApp.deps;
  const { plan, spareTarget, spareCampaign } = account.ids;
  const using = { pools, ctx: account.ctx };
  const items = [toTargetRow({ targetId: spareTarget, weight: 7 })];
  await putPlanDraft({ ...using, input: { id: plan, items, strategies: [] } });
  expect(await listTargets(true)).toEqual([spareTarget]);
  expect(await listTargets(false)).toEqual([account.ids.target]);
  const { items: rows, version } = await getPlanRows({ ...using, input: { id: plan } });
  expect([rows.length, version]).toEqual([2, (await getPlanRows({ ...using, input: { id: plan } })).version]);
  const none = await send("testDecision", {
    params: { id: spareCampaign },
    body: { from: "(202) 555-0143", draft: true },
  });
  expect(none.body).toMatchObject({ code: "invalid", details: [{ path: "body.draft" }] });
});

test("a target says rule by rule what it has against a call", async () => {
  const filter = {
    all: [{ any: [{ tag: "InboundNumber:Number", operator: "in-list", listId: account.ids.valueList }] }],
  } as const;
  const { pools } = testApp.deps;
  const change = (patch: object) =>
    updateTarget({ pools, ctx: account.ctx, input: { id: account.ids.target, patch } });
  expect(await check({})).toMatchObject({ takes: true });
  await change({ filter });
  expect(await check({})).toMatchObject({ takes: null });
  expect(await check({ from: "(202) 555-0142" })).toMatchObject({ takes: true });
  const refused = await check({ from: "(202) 555-0143" });
  expect(refused.takes).toBe(false);
  expect(refused.rules.find(({ rule }: { rule: string }) => rule === "filtered")).toMatchObject({
    verdict: "fails",
  });
  await change({ filter: null, status: "paused" });
  expect((await check({})).rules[0]).toMatchObject({
    rule: "target-paused",
    verdict: "fails",
    sentence: "is paused",
    until: null,
  });
});
