import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { listAudit } from "#modules/audit/list-audit.ts";
import { archiveTarget } from "#modules/targets/archive-target.ts";
import { updateTarget } from "#modules/targets/update-target.ts";
import { archiveTargetGroup } from "./archive-target-group.ts";
import { cloneTargetGroup } from "./clone-target-group.ts";
import { getTargetGroup } from "./get-target-group.ts";
import { getTargetGroupMembers } from "./get-target-group-members.ts";
import { putTargetGroupMembers } from "./put-target-group-members.ts";
import { updateTargetGroup } from "./update-target-group.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

const put = (id: string, targetIds: readonly string[], version?: number) =>
  putTargetGroupMembers({
    ...using(),
    input: {
      id,
      ...(version !== undefined && { version }),
      items: targetIds.map((targetId, index) => ({ targetId, weight: index + 1, enabled: index === 0 })),
    },
  });

test("members keep their order, and every write of them is one of the group", async () => {
  const { group, target, spareTarget } = account.ids;
  const { version } = await getTargetGroup({ ...using(), input: { id: group } });
  const first = await put(group, [spareTarget, target], version);
  expect(first.items).toMatchObject([
    { target: { id: spareTarget, buyer: { status: "active" } }, weight: 1, enabled: true },
    { target: { id: target }, weight: 2, enabled: false },
  ]);
  expect(await getTargetGroupMembers({ ...using(), input: { id: group } })).toEqual(first);
  await expect(put(group, [target], version)).rejects.toMatchObject({ code: "stale" });
  expect(await getTargetGroup({ ...using(), input: { id: group } })).toMatchObject({
    memberCount: 2,
    planCount: 1,
    version: version + 1,
  });
  const log = await listAudit({ ...using(), input: { limit: 1 } });
  expect(log.items[0]).toMatchObject({
    action: "put-members",
    noun: "target-group",
    after: { members: [{ target: { id: spareTarget }, weight: 1 }, { target: { id: target } }] },
  });
});

test("a group whose members ring at once has nobody who converts on the dial", async () => {
  const { group, target, spareTarget } = account.ids;
  const setRevenue = (conversion: { kind: "dialled" | "connected" }) =>
    updateTarget({
      ...using(),
      input: { id: target, patch: { revenue: { kind: "fixed", micros: "1000000", conversion } } },
    });
  const setStrategy = (strategy: "simultaneous" | "weighted") =>
    updateTargetGroup({ ...using(), input: { id: group, patch: { strategy } } });
  await put(group, [spareTarget, target]);
  await setRevenue({ kind: "dialled" });
  await expect(setStrategy("simultaneous")).rejects.toMatchObject({ details: [{ path: "body.strategy" }] });
  await put(group, [spareTarget]);
  await setStrategy("simultaneous");
  await expect(put(group, [spareTarget, target])).rejects.toMatchObject({
    details: [{ path: "body.items.1.targetId" }],
  });
  await setRevenue({ kind: "connected" });
  expect((await put(group, [spareTarget, target])).items).toHaveLength(2);
  await setStrategy("weighted");
});

test("a target is a member once, and the refusal says which one repeats it", async () => {
  const { group, target } = account.ids;
  const response = await sendRequest(testApp.app, "putTargetGroupMembers", {
    parts: { params: { id: group }, body: { items: [{ targetId: target }, { targetId: target }] } },
    headers: toBearer(account.keys.owner),
  });
  expect(response.body).toMatchObject({ code: "invalid", details: [{ path: "body.items.1.targetId" }] });
});

test("a group is copied with its members, and is archived only when no plan lists it", async () => {
  const { group } = account.ids;
  const copy = await cloneTargetGroup({ ...using(), input: { id: group, name: "Day desks" } });
  expect(copy).toMatchObject({ name: "Day desks", memberCount: 2, planCount: 0, version: 1 });
  await expect(archiveTargetGroup({ ...using(), input: { id: group } })).rejects.toMatchObject({
    code: "in-use",
    details: [{ message: expect.stringContaining("Dentists") }],
  });
  expect(await archiveTargetGroup({ ...using(), input: { id: copy.id } })).toMatchObject({
    status: "archived",
  });
});

test("a member is not archived, and a group comes back only with members in service", async () => {
  const { group, spareGroup, spareTarget } = account.ids;
  await put(group, []);
  await put(spareGroup, [spareTarget]);
  await expect(archiveTarget({ ...using(), input: { id: spareTarget } })).rejects.toMatchObject({
    details: [{ message: expect.stringContaining("Spare group") }],
  });
  await archiveTargetGroup({ ...using(), input: { id: spareGroup } });
  await archiveTarget({ ...using(), input: { id: spareTarget } });
  const bringBack = () =>
    updateTargetGroup({ ...using(), input: { id: spareGroup, patch: { status: "active" } } });
  await expect(bringBack()).rejects.toMatchObject({ details: [{ message: "This target is archived." }] });
  await put(spareGroup, []);
  await expect(bringBack()).resolves.toMatchObject({ status: "active" });
});
