import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { createCampaignBody } from "@ccp/contract";
import { createCampaign } from "#modules/campaigns/create-campaign.ts";
import { createTestAccount } from "#testing/test-account.ts";
import { loadDemo } from "./load-demo.ts";
import { removeDemo } from "./remove-demo.ts";
import { readDemoIds, readTables } from "./testing/demo-world.ts";

let testApp: TestApp;
beforeAll(async () => {
  testApp = await createTestApp();
});
afterAll(() => testApp.close());

test("a plan of the demonstration that a campaign of one's own goes by stays, without the targets that go", async () => {
  const { deps } = testApp;
  const { accountId, ctx } = await createTestAccount(deps.pools);
  await loadDemo({ deps, ctx });
  const { plan: planId } = await readDemoIds(testApp, accountId);
  const input = createCampaignBody.parse({ name: "Guest campaign", vertical: "other", planId });
  await createCampaign({ pools: deps.pools, ctx, input });
  await removeDemo({ deps, ctx });
  const after = await readTables(testApp, accountId);
  expect(after["plans"]).toMatchObject([{ id: planId, version_number: 2 }]);
  expect(after["plan_rows"]).toEqual([]);
  const versions = after["plan_versions"]?.map(({ number, note }) => `${String(number)} ${String(note)}`);
  expect(versions?.toSorted()).toEqual(["1 ", "2 Without the demonstration"]);
  expect(after["audit_log"]?.find(({ noun }) => noun === "demo")?.["after"]).toMatchObject({
    kept: [{ noun: "plan", id: planId }],
    unlinked: [{ noun: "plan", id: planId }],
  });
});
