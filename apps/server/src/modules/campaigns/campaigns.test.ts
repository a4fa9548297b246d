import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { listAudit } from "#modules/audit/list-audit.ts";
import { archiveTarget } from "#modules/targets/archive-target.ts";
import { archiveCampaign } from "./archive-campaign.ts";
import { getCampaignTargets } from "./get-campaign-targets.ts";
import { putCampaignTargets } from "./put-campaign-targets.ts";
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

const toItem = (targetId: string) => ({ targetId, priority: 1, weight: 1, enabled: true });

test("the order of a campaign's targets is kept as it was given", async () => {
  const { campaign, target, spareTarget } = account.ids;
  for (const order of [[target, spareTarget], [spareTarget, target], [target]]) {
    await putCampaignTargets({ ...using(), input: { id: campaign, items: order.map(toItem) } });
    const { items } = await getCampaignTargets({ ...using(), input: { id: campaign } });
    expect(items.map((item) => item.target.id)).toEqual(order);
  }
});

test("a plan tells how its targets stand, and the audit log what the plan says of them alone", async () => {
  const { campaign, target } = account.ids;
  const { items } = await putCampaignTargets({
    ...using(),
    input: { id: campaign, items: [toItem(target)] },
  });
  expect(items).toMatchObject([{ targetStatus: "active", concurrencyMax: 3, hours: null, timeZone: null }]);
  const log = await listAudit({
    ...using(),
    input: { noun: { isNot: false, values: ["campaign"] }, limit: 1 },
  });
  const { id, name } = items[0]?.target ?? {};
  expect(log.items[0]).toMatchObject({
    action: "put-targets",
    after: { targets: [{ target: { id, name }, priority: 1, weight: 1, enabled: true }] },
  });
  expect(JSON.stringify(log.items[0]?.after)).not.toContain("concurrencyMax");
});

test("a target stands in a campaign once, and the refusal says which row repeats it", async () => {
  const { campaign, target } = account.ids;
  const response = await sendRequest(testApp.app, "putCampaignTargets", {
    parts: { params: { id: campaign }, body: { items: [{ targetId: target }, { targetId: target }] } },
    headers: toBearer(account.keys.owner),
  });
  expect(response.body).toMatchObject({ code: "invalid", details: [{ path: "body.items.1.targetId" }] });
});

test("a campaign with numbers is not archived, and the refusal names them", async () => {
  await expect(archiveCampaign({ ...using(), input: { id: account.ids.campaign } })).rejects.toMatchObject({
    code: "in-use",
    details: [{ message: "+12025550100" }],
  });
});

test("a campaign comes back only with targets in service", async () => {
  const { spareCampaign, spareTarget } = account.ids;
  await putCampaignTargets({ ...using(), input: { id: spareCampaign, items: [toItem(spareTarget)] } });
  await archiveCampaign({ ...using(), input: { id: spareCampaign } });
  await archiveTarget({ ...using(), input: { id: spareTarget } });
  const restore = () =>
    updateCampaign({ ...using(), input: { id: spareCampaign, patch: { status: "active" } } });
  await expect(restore()).rejects.toMatchObject({ details: [{ message: "This target is archived." }] });
  await putCampaignTargets({ ...using(), input: { id: spareCampaign, items: [] } });
  await expect(restore()).resolves.toMatchObject({ status: "active" });
});

test("money comes back to the micro", async () => {
  const { campaign } = account.ids;
  const payout = { kind: "fixed", micros: "999999999999", due: { kind: "connected" } } as const;
  const changed = await updateCampaign({ ...using(), input: { id: campaign, patch: { payout } } });
  expect(changed.payout).toEqual(payout);
});
