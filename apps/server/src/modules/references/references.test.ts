import type { ConfigurationNoun } from "@ccp/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { toGroupRow, toTargetRow } from "#http/testing/plan-rows.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { archiveBuyer } from "#modules/buyers/archive-buyer.ts";
import { archiveCampaign } from "#modules/campaigns/archive-campaign.ts";
import { updateCampaign } from "#modules/campaigns/update-campaign.ts";
import { archivePlan } from "#modules/plans/archive-plan.ts";
import { putPlanRows } from "#modules/plans/put-plan-rows.ts";
import { archivePublisher } from "#modules/publishers/archive-publisher.ts";
import { archiveTargetGroup } from "#modules/target-groups/archive-target-group.ts";
import { putTargetGroupMembers } from "#modules/target-groups/put-target-group-members.ts";
import { archiveTarget } from "#modules/targets/archive-target.ts";
import { listReferences } from "./list-references.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

const ask = async (noun: ConfigurationNoun, id: string | number) => {
  const { items, total } = await listReferences({ ...using(), input: { noun, id: String(id) } });
  expect(total).toBe(items.length);
  return items.map((item) => [item.noun, item.id, item.how]);
};

test("numbers lead to a campaign and are a publisher's, targets are a buyer's, nothing uses a number", async () => {
  const { campaign, publisher, buyer, target, spareTarget, number } = account.ids;
  expect(await ask("campaign", campaign)).toEqual([["number", number, "leads to it"]]);
  expect(await ask("publisher", publisher)).toEqual([["number", number, "is theirs"]]);
  expect(await ask("buyer", buyer)).toEqual([
    ["target", target, "is theirs"],
    ["target", spareTarget, "is theirs"],
  ]);
  expect(await ask("number", number)).toEqual([]);
});

test("a plan is used by campaigns, a group by plans, however many rows list it", async () => {
  const { campaign, plan, group, target } = account.ids;
  const items = [1, 2].flatMap((priority) => [
    toTargetRow({ targetId: target, priority }),
    toGroupRow({ groupId: group, priority }),
  ]);
  await putPlanRows({ ...using(), input: { id: plan, items, strategies: [], note: "" } });
  expect(await ask("plan", plan)).toEqual([["campaign", campaign, "goes by it"]]);
  expect(await ask("target-group", group)).toEqual([["plan", plan, "lists it"]]);
});

test("a target is used by plans, groups and as a fallback, and no more by what is archived", async () => {
  const { spareCampaign, target, plan, spareGroup } = account.ids;
  await putTargetGroupMembers({
    ...using(),
    input: { id: spareGroup, items: [{ targetId: target, weight: 1, enabled: true }] },
  });
  await updateCampaign({ ...using(), input: { id: spareCampaign, patch: { fallbackTargetId: target } } });
  expect(await ask("target", target)).toEqual([
    ["plan", plan, "lists it"],
    ["target-group", spareGroup, "has it as a member"],
    ["campaign", spareCampaign, "falls back to it"],
  ]);
  await archiveCampaign({ ...using(), input: { id: spareCampaign } });
  await archiveTargetGroup({ ...using(), input: { id: spareGroup } });
  expect(await ask("target", target)).toEqual([["plan", plan, "lists it"]]);
});

test("what is listed is what keeps from archiving, by the same names", async () => {
  const { campaign, publisher, buyer, target, plan, group } = account.ids;
  const attempts = [
    ["campaign", campaign, () => archiveCampaign({ ...using(), input: { id: campaign } })],
    ["publisher", publisher, () => archivePublisher({ ...using(), input: { id: publisher } })],
    ["buyer", buyer, () => archiveBuyer({ ...using(), input: { id: buyer } })],
    ["target", target, () => archiveTarget({ ...using(), input: { id: target } })],
    ["target-group", group, () => archiveTargetGroup({ ...using(), input: { id: group } })],
    ["plan", plan, () => archivePlan({ ...using(), input: { id: plan } })],
  ] as const;
  for (const [noun, id, archive] of attempts) {
    const { items } = await listReferences({ ...using(), input: { noun, id: String(id) } });
    expect(items.length).toBeGreaterThan(0);
    await expect(archive()).rejects.toMatchObject({
      code: "in-use",
      details: items.map(({ name }) => ({ path: "", message: name })),
    });
  }
});

test.each(["campaign", "buyer"] as const)("what is no %s's id is used by nothing", async (noun) => {
  for (const id of ["0", "-1", "'", "999999999999999", "not-a-uuid", "é"])
    expect(await ask(noun, id)).toEqual([]);
});
