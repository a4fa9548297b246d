import { api } from "@ccp/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { toGroupRow, toTargetRow } from "#http/testing/plan-rows.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { archiveTarget } from "#modules/targets/archive-target.ts";
import { getPlanRows } from "#modules/plans/get-plan-rows.ts";
import { putPlanRows } from "#modules/plans/put-plan-rows.ts";
import { archiveCampaign } from "./archive-campaign.ts";
import { cloneCampaign } from "./clone-campaign.ts";
import { listCampaigns } from "./list-campaigns.ts";
import { updateCampaign } from "./update-campaign.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

test("a clone has the settings, the fallback and the plan of its original, and no number", async () => {
  const { campaign, target, spareTarget, plan, group } = account.ids;
  const items = [
    toTargetRow({ targetId: spareTarget, priority: 2, weight: 7, enabled: false, ringTimeoutSeconds: 15 }),
    toGroupRow({ groupId: group }),
    toTargetRow({ targetId: target, weight: 3 }),
  ];
  const strategies = [{ priority: 1, strategy: "pool" as const }];
  await putPlanRows({ ...using(), input: { id: plan, items, strategies, note: "" } });
  const original = await updateCampaign({
    ...using(),
    input: { id: campaign, patch: { fallbackTargetId: target, country: "GB", timeZone: "Europe/London" } },
  });
  const clone = await cloneCampaign({ ...using(), input: { id: campaign, name: "Dentists, evenings" } });
  expect(original.numberCount).toBe(1);
  expect(clone).toEqual({
    ...original,
    id: clone.id,
    name: "Dentists, evenings",
    plan: { id: clone.plan.id, name: "Dentists, evenings" },
    numberCount: 0,
    version: 1,
    createdAt: clone.createdAt,
    updatedAt: clone.updatedAt,
  });
  expect(clone.id).not.toBe(original.id);
  expect(clone.plan.id).not.toBe(original.plan.id);
  const [own, copied] = await Promise.all(
    [plan, clone.plan.id].map((id) => getPlanRows({ ...using(), input: { id } })),
  );
  expect(own?.items.length).toBe(3);
  expect([copied?.items, copied?.strategies]).toEqual([own?.items, own?.strategies]);
});

test("a clone needs a name of its own", async () => {
  const { campaign } = account.ids;
  const cloning = cloneCampaign({ ...using(), input: { id: campaign, name: "Dentists, evenings" } });
  await expect(cloning).rejects.toThrow();
});

test("of an archived campaign a paused one is made, unless one of its targets was archived since", async () => {
  const { spareCampaign, spareTarget } = account.ids;
  const empty = (id: string) =>
    putPlanRows({ ...using(), input: { id, items: [], strategies: [], note: "" } });
  await empty(account.ids.plan);
  await updateCampaign({
    ...using(),
    input: { id: spareCampaign, patch: { fallbackTargetId: spareTarget } },
  });
  await archiveCampaign({ ...using(), input: { id: spareCampaign } });
  const clone = (name: string) => cloneCampaign({ ...using(), input: { id: spareCampaign, name } });
  const made = await clone("Spare again");
  expect(made).toMatchObject({ status: "paused", fallbackTarget: { id: spareTarget } });
  await updateCampaign({ ...using(), input: { id: made.id, patch: { fallbackTargetId: null } } });
  const evenings = await listCampaigns({
    ...using(),
    input: api.listCampaigns.query.parse({ search: "evenings" }),
  });
  for (const each of evenings.items) await empty(each.plan.id);
  await archiveTarget({ ...using(), input: { id: spareTarget } });
  await expect(clone("Spare once more")).rejects.toMatchObject({
    details: [{ message: "This target is archived." }],
  });
});
