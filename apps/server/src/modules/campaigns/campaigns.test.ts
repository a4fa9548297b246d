import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { listAudit } from "#modules/audit/list-audit.ts";
import { archiveTarget } from "#modules/targets/archive-target.ts";
import { archivePlan } from "#modules/plans/archive-plan.ts";
import { createPlan } from "#modules/plans/create-plan.ts";
import { updatePlan } from "#modules/plans/update-plan.ts";
import { archiveCampaign } from "./archive-campaign.ts";
import { getCampaign } from "./get-campaign.ts";
import { updateCampaign } from "./update-campaign.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

test("a campaign with numbers is not archived, and the refusal names them", async () => {
  await expect(archiveCampaign({ ...using(), input: { id: account.ids.campaign } })).rejects.toMatchObject({
    code: "in-use",
    details: [{ message: "+12025550100" }],
  });
});

test("a campaign comes back only with a fallback and a plan in service", async () => {
  const { spareCampaign, spareTarget } = account.ids;
  const update = (patch: object) => updateCampaign({ ...using(), input: { id: spareCampaign, patch } });
  const { plan } = await update({ fallbackTargetId: spareTarget });
  await archiveCampaign({ ...using(), input: { id: spareCampaign } });
  await archiveTarget({ ...using(), input: { id: spareTarget } });
  await archivePlan({ ...using(), input: { id: plan.id } });
  await expect(update({ status: "active" })).rejects.toMatchObject({
    details: [{ path: "body.fallbackTargetId", message: "This target is archived." }],
  });
  await expect(update({ status: "active", fallbackTargetId: null })).rejects.toMatchObject({
    details: [{ path: "body.planId", message: "This plan is archived." }],
  });
  await updatePlan({ ...using(), input: { id: plan.id, patch: { status: "active" } } });
  await expect(update({ status: "active", fallbackTargetId: null })).resolves.toMatchObject({
    status: "active",
    plan,
  });
});

test("a campaign goes by the plan it is given, and gets one of its own name when it is given none", async () => {
  const { campaign, plan } = account.ids;
  const { id: _id, ...like } = await getCampaign({ ...using(), input: { id: campaign } });
  const create = (name: string, planId?: string) =>
    sendRequest(testApp.app, "createCampaign", {
      parts: { body: { name, vertical: like.vertical, ...(planId !== undefined && { planId }) } },
      headers: toBearer(account.keys.owner),
    });
  expect((await create("Sharing", plan)).body).toMatchObject({ plan: { id: plan }, targetCount: 1 });
  expect((await create("Alone")).body).toMatchObject({ plan: { name: "Alone" }, targetCount: 0 });
  await createPlan({ ...using(), input: { name: "Taken" } });
  expect((await create("Taken")).body).toMatchObject({ name: "Taken", plan: { name: "Taken 2" } });
  const log = await listAudit({ ...using(), input: { limit: 2 } });
  expect(log.items.map(({ noun, action, nounName }) => [noun, action, nounName])).toEqual([
    ["campaign", "create", "Taken"],
    ["plan", "create", "Taken 2"],
  ]);
});

test("money comes back to the micro", async () => {
  const { campaign } = account.ids;
  const payout = { kind: "fixed", micros: "999999999999", due: { kind: "connected" } } as const;
  const changed = await updateCampaign({ ...using(), input: { id: campaign, patch: { payout } } });
  expect(changed.payout).toEqual(payout);
});
