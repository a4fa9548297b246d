import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { toGroupRow, toTargetRow } from "#http/testing/plan-rows.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { listAudit } from "#modules/audit/list-audit.ts";
import { archiveTarget } from "#modules/targets/archive-target.ts";
import { archiveTargetGroup } from "#modules/target-groups/archive-target-group.ts";
import { updateTarget } from "#modules/targets/update-target.ts";
import { archivePlan } from "./archive-plan.ts";
import { clonePlan } from "./clone-plan.ts";
import { createPlan } from "./create-plan.ts";
import { getPlan } from "./get-plan.ts";
import { getPlanRows } from "./get-plan-rows.ts";
import { putPlanRows } from "./put-plan-rows.ts";
import { updatePlan } from "./update-plan.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

type Put = Parameters<typeof putPlanRows>[0]["input"];

const put = (input: Partial<Put> & Pick<Put, "id">) =>
  putPlanRows({ ...using(), input: { items: [], strategies: [], note: "", ...input } });

const hours = {
  weekly: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [{ from: "09:00", to: "17:00" }] },
  exceptions: [],
};

const filter = {
  all: [{ any: [{ tag: "InboundNumber:AreaCode" as const, operator: "equals" as const, value: "312" }] }],
};

test("rows come back as they were given, in their order, with how their targets stand", async () => {
  const { plan, target, spareTarget, group } = account.ids;
  const revenue = {
    kind: "fixed",
    micros: "41000000",
    conversion: { kind: "length", seconds: 10, from: "connection" },
  } as const;
  const items = [
    toTargetRow({ targetId: spareTarget, priority: 3, weight: 7, enabled: false }),
    toGroupRow({ groupId: group, hours }),
    toTargetRow({ targetId: target, revenue, ringTimeoutSeconds: 15 }),
    toTargetRow({ targetId: target, priority: 2, filter, concurrencyMax: 2 }),
  ];
  const strategies = [
    { priority: 1, strategy: "round-robin" as const },
    { priority: 2, strategy: "weighted" as const },
  ];
  const saved = await put({ id: plan, items, strategies });
  const read = await getPlanRows({ ...using(), input: { id: plan } });
  expect(read).toEqual(saved);
  expect(read.items).toMatchObject([
    { kind: "target", target: { id: spareTarget }, priority: 3, weight: 7, enabled: false, hours: null },
    { kind: "group", group: { id: group, strategy: "weighted", members: [] }, hours },
    { kind: "target", target: { id: target, status: "active", concurrencyMax: 3 }, revenue },
    { kind: "target", target: { id: target }, priority: 2, revenue: null, filter, concurrencyMax: 2 },
  ]);
  // A level that is weighted goes without saying.
  expect(read.strategies).toEqual([{ priority: 1, strategy: "round-robin" }]);
});

test("the audit log says what the plan says, and nothing of how its targets stand", async () => {
  const { plan, target } = account.ids;
  await put({ id: plan, items: [toTargetRow({ targetId: target })], note: "Back to one" });
  const log = await listAudit({ ...using(), input: { limit: 1 } });
  expect(log.items[0]).toMatchObject({
    action: "put-rows",
    noun: "plan",
    nounId: plan,
    after: { items: [{ kind: "target", of: { id: target }, priority: 1 }], note: "Back to one" },
  });
  expect(JSON.stringify(log.items[0])).not.toContain("barred");
});

const put400 = async (body: object) => {
  const { plan } = account.ids;
  const response = await sendRequest(testApp.app, "putPlanRows", {
    parts: { params: { id: plan }, body },
    headers: toBearer(account.keys.owner),
  });
  return response.body as { code: string; details: { path: string; message: string }[] };
};

test("a target stands once at a priority, and elsewhere or in a group as well", async () => {
  const { target, group } = account.ids;
  const row = { kind: "target", targetId: target };
  const twice = await put400({ items: [row, { kind: "group", groupId: group }, row] });
  expect(twice).toMatchObject({ code: "invalid", details: [{ path: "body.items.2.targetId" }] });
  const groups = [1, 2].map((weight) => ({ kind: "group", groupId: group, weight }));
  expect(await put400({ items: groups })).toMatchObject({ details: [{ path: "body.items.1.groupId" }] });
  const apart = await put400({ items: [row, { ...row, priority: 2 }, { kind: "group", groupId: group }] });
  expect(apart).toMatchObject({ items: [{}, {}, {}] });
});

test("who converts on the dial is refused where it would ring at once with others", async () => {
  const { target, spareTarget, group } = account.ids;
  const forDial = { kind: "fixed", micros: "1000000", conversion: { kind: "dialled" } };
  const rows = [
    { kind: "target", targetId: spareTarget },
    { kind: "target", targetId: target, revenue: forDial },
  ];
  const simultaneous = [{ priority: 1, strategy: "simultaneous" }];
  const refused = await put400({ items: rows, strategies: simultaneous });
  expect(refused).toMatchObject({ code: "invalid", details: [{ path: "body.items.1.targetId" }] });
  expect(refused.details[0]?.message).toContain("converts on the dial");
  const { items } = await getPlanRows({ ...using(), input: { id: account.ids.plan } });
  expect(items).not.toHaveLength(2);
  expect(await put400({ items: rows, strategies: [] })).toMatchObject({ items: [{}, {}] });
  const own = await put400({ items: [rows[0], { ...rows[1], revenue: null }], strategies: simultaneous });
  expect(own).toMatchObject({ strategies: simultaneous });
  const ofGroup = { kind: "group", groupId: group, revenue: forDial };
  expect(await put400({ items: [rows[0], ofGroup], strategies: simultaneous })).toMatchObject({
    items: [{}, {}],
  });
});

test("a strategy is of a priority that has rows, and of each there is one", async () => {
  const items = [{ kind: "target", targetId: account.ids.target }];
  const pool = { priority: 1, strategy: "pool" };
  expect(await put400({ items, strategies: [pool, { ...pool, strategy: "weighted" }] })).toMatchObject({
    details: [{ path: "body.strategies.1.priority" }],
  });
  expect(await put400({ items, strategies: [{ ...pool, priority: 2 }] })).toMatchObject({
    details: [{ path: "body.strategies.0.priority", message: "No row has this priority." }],
  });
});

test("rows are replaced only by somebody who has seen them", async () => {
  const { plan, target, spareTarget } = account.ids;
  const { version } = await getPlanRows({ ...using(), input: { id: plan } });
  const save = (targetId: string) => put({ id: plan, version, items: [toTargetRow({ targetId })] });
  const saved = await save(spareTarget);
  expect(saved.version).toBe(version + 1);
  await expect(save(target)).rejects.toMatchObject({ code: "stale" });
  expect(await getPlanRows({ ...using(), input: { id: plan } })).toEqual(saved);
  await put({ id: plan, items: [toTargetRow({ targetId: target })] });
});

test("of two who save the same version at once one gets through", async () => {
  const { plan, target } = account.ids;
  const { version } = await getPlan({ ...using(), input: { id: plan } });
  const saves = await Promise.allSettled(
    [1, 2, 3].map((weight) => put({ id: plan, version, items: [toTargetRow({ targetId: target, weight })] })),
  );
  expect(saves.filter(({ status }) => status === "fulfilled").length).toBe(1);
  expect(await getPlan({ ...using(), input: { id: plan } })).toMatchObject({ version: version + 1 });
});

test("a plan is copied with its rows, and the copy is its own", async () => {
  const { plan, target, group } = account.ids;
  const items = [toTargetRow({ targetId: target, weight: 4 }), toGroupRow({ groupId: group, priority: 2 })];
  const original = await put({ id: plan, items, strategies: [{ priority: 2, strategy: "pool" }] });
  const copy = await clonePlan({ ...using(), input: { id: plan, name: "Weekends" } });
  expect(copy).toMatchObject({ name: "Weekends", rowCount: 2, campaignCount: 0, versionNumber: 1 });
  const rows = await getPlanRows({ ...using(), input: { id: copy.id } });
  expect([rows.items, rows.strategies]).toEqual([original.items, original.strategies]);
  await put({ id: copy.id });
  expect((await getPlanRows({ ...using(), input: { id: plan } })).items.length).toBe(2);
  await expect(clonePlan({ ...using(), input: { id: plan, name: "Weekends" } })).rejects.toThrow();
});

test("a plan that nobody goes by is archived, and comes back only with what its rows are for", async () => {
  const { spareTarget, spareGroup } = account.ids;
  const { id } = await createPlan({ ...using(), input: { name: "Holidays" } });
  const items = [toTargetRow({ targetId: spareTarget }), toGroupRow({ groupId: spareGroup })];
  await put({ id, items });
  await expect(archiveTarget({ ...using(), input: { id: spareTarget } })).rejects.toMatchObject({
    code: "in-use",
    details: [{ message: "Holidays" }],
  });
  await archivePlan({ ...using(), input: { id } });
  const bringBack = () => updatePlan({ ...using(), input: { id, patch: { status: "active" } } });
  await archiveTarget({ ...using(), input: { id: spareTarget } });
  await expect(bringBack()).rejects.toMatchObject({ details: [{ message: "This target is archived." }] });
  await updateTarget({ ...using(), input: { id: spareTarget, patch: { status: "active" } } });
  await archiveTargetGroup({ ...using(), input: { id: spareGroup } });
  await expect(bringBack()).rejects.toMatchObject({
    details: [{ message: "This target group is archived." }],
  });
});
