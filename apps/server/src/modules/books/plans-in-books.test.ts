import type { AccountBook } from "@ccp/engine";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { toGroupRow, toTargetRow } from "#http/testing/plan-rows.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { putPlanRows } from "#modules/plans/put-plan-rows.ts";
import { putTargetGroupMembers } from "#modules/target-groups/put-target-group-members.ts";
import { updateTargetGroup } from "#modules/target-groups/update-target-group.ts";
import { updateTarget } from "#modules/targets/update-target.ts";
import { compileBook } from "./compile-book.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

const readCampaign = async (): Promise<AccountBook["campaigns"][string]> => {
  const { sealer, pools } = testApp.deps;
  const deps = { sealer, log: pino({ level: "silent" }), snapshot: { find: () => undefined } };
  const compiled = await withAccount(pools.app, account.accountId, (tx) => compileBook(tx, deps));
  const campaign = compiled?.entry.book.campaigns[account.ids.campaign];
  if (campaign === undefined) throw new Error("The campaign is not in the book.");
  return campaign;
};

const put = (
  items: Parameters<typeof putPlanRows>[0]["input"]["items"],
  strategies: Parameters<typeof putPlanRows>[0]["input"]["strategies"] = [],
) => putPlanRows({ ...using(), input: { id: account.ids.plan, items, strategies, note: "" } });

const hours = {
  weekly: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [{ from: "09:00", to: "17:00" }] },
  exceptions: [],
};

test("a plan of targets alone brings rows and its name, and nothing that asks for more work", async () => {
  const { target, plan } = account.ids;
  await put([toTargetRow({ targetId: target })]);
  const campaign = await readCampaign();
  expect(campaign.plan).toMatchObject({ id: plan });
  expect(campaign).not.toHaveProperty("groups");
  expect(campaign).not.toHaveProperty("strategies");
  expect(campaign.rows).toMatchObject([{ targetId: target, priority: 1 }]);
  expect(campaign.rows[0]).not.toHaveProperty("group");
});

test("a group stands in the plan's order as its members, each with its weight within the group", async () => {
  const { target, spareTarget, group } = account.ids;
  await putTargetGroupMembers({
    ...using(),
    input: {
      id: group,
      items: [
        { targetId: spareTarget, weight: 3, enabled: false },
        { targetId: target, weight: 2, enabled: true },
      ],
    },
  });
  await updateTargetGroup({ ...using(), input: { id: group, patch: { strategy: "longest-idle" } } });
  const strategies = [{ priority: 4, strategy: "round-robin" as const }];
  await put(
    [
      toTargetRow({ targetId: target, priority: 4 }),
      toGroupRow({ groupId: group, priority: 4, weight: 9 }),
      toTargetRow({ targetId: target, priority: 6 }),
      toGroupRow({ groupId: group, priority: 6, enabled: false }),
    ],
    strategies,
  );
  const campaign = await readCampaign();
  expect(campaign.strategies).toEqual({ 4: "round-robin" });
  expect(campaign.groups).toMatchObject([
    { id: group, priority: 4, weight: 9, enabled: true, strategy: "longest-idle" },
    { id: group, priority: 6, enabled: false },
  ]);
  const places = campaign.rows.map((row) => [row.targetId, row.priority, row.weight, row.enabled, row.group]);
  expect(places).toEqual([
    [target, 4, 1, true, undefined],
    [spareTarget, 4, 3, false, 0],
    [target, 4, 2, true, 0],
    [target, 6, 1, true, undefined],
    [spareTarget, 6, 3, false, 1],
    [target, 6, 2, true, 1],
  ]);
});

test("a paused group takes no calls in any plan", async () => {
  const { group } = account.ids;
  await updateTargetGroup({ ...using(), input: { id: group, patch: { status: "paused" } } });
  expect((await readCampaign()).groups?.map(({ enabled }) => enabled)).toEqual([false, false]);
  await updateTargetGroup({ ...using(), input: { id: group, patch: { status: "active" } } });
});

test("what a row says goes before what its target says, also for each member of a group", async () => {
  const { target, spareTarget, group } = account.ids;
  await updateTarget({
    ...using(),
    input: { id: target, patch: { timeZone: "America/Denver", ringTimeoutSeconds: 30 } },
  });
  const revenue = {
    kind: "per-minute",
    microsPerMinute: "850000",
    incrementSeconds: 6,
    minimumSeconds: 0,
    conversion: { kind: "length", seconds: 5, from: "connection" },
  } as const;
  const overrides = { revenue, hours, ringTimeoutSeconds: 12 };
  await put([
    toTargetRow({ targetId: target, ...overrides }),
    toGroupRow({ groupId: group, ...overrides }),
    toTargetRow({ targetId: target, priority: 2 }),
  ]);
  const { rows } = await readCampaign();
  const told = {
    revenueMicros: "0",
    revenueAfterSeconds: 5,
    revenueByLength: { kind: "per-minute", microsPerMinute: "850000" },
    ringTimeoutSeconds: 12,
  };
  const denver = { hours, timeZone: "America/Denver" };
  expect(rows).toMatchObject([
    { targetId: target, ...told, schedule: denver },
    { targetId: spareTarget, ...told, schedule: { hours, timeZone: expect.any(String) } },
    { targetId: target, ...told, schedule: denver },
    { targetId: target, revenueMicros: "30000000", revenueAfterSeconds: 30, ringTimeoutSeconds: 30 },
  ]);
  expect(rows.at(-1)).not.toHaveProperty("schedule");
});

const toBlock = (value: string) => ({
  any: [{ tag: "InboundNumber:AreaCode" as const, operator: "equals" as const, value }],
});

test("a row's filter is asked besides its target's, and its calls at once stand for all hours", async () => {
  const { target, spareTarget, valueList } = account.ids;
  const listed = { tag: "InboundNumber:Number" as const, operator: "in-list" as const, listId: valueList };
  const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const concurrencyGrid = Object.fromEntries(week.map((day) => [day, Array.from({ length: 24 }, () => 5)]));
  await updateTarget({
    ...using(),
    input: { id: target, patch: { filter: { all: [toBlock("312")] }, concurrencyGrid } as object },
  });
  await put([
    toTargetRow({ targetId: target, filter: { all: [{ any: [listed] }] }, concurrencyMax: 2 }),
    toTargetRow({ targetId: spareTarget, filter: { all: [toBlock("415")] } }),
    toTargetRow({ targetId: target, priority: 2 }),
  ]);
  const { rows } = await readCampaign();
  expect(rows.map(({ filter }) => filter?.all)).toEqual([
    [toBlock("312"), { any: [listed] }],
    [toBlock("415")],
    [toBlock("312")],
  ]);
  expect(rows[0]?.filter?.names).toEqual({ [valueList]: expect.any(String) });
  expect(rows[0]).toMatchObject({ concurrencyMax: 2, filter: { timeZone: "America/Denver" } });
  expect(rows[0]).not.toHaveProperty("concurrencyGrid");
  expect(rows[2]).toMatchObject({ concurrencyMax: 3, concurrencyGrid: { weekly: concurrencyGrid } });
});
