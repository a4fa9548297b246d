import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { toGroupRow, toTargetRow } from "#http/testing/plan-rows.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { listAudit } from "#modules/audit/list-audit.ts";
import { archiveTarget } from "#modules/targets/archive-target.ts";
import { createPlan } from "./create-plan.ts";
import { discardPlanDraft } from "./discard-plan-draft.ts";
import { getPlan } from "./get-plan.ts";
import { getPlanDraft } from "./get-plan-draft.ts";
import { getPlanRows } from "./get-plan-rows.ts";
import { listPlanVersions } from "./list-plan-versions.ts";
import { publishPlan } from "./publish-plan.ts";
import { putPlanDraft } from "./put-plan-draft.ts";
import { putPlanRows } from "./put-plan-rows.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

const makePlan = async (name: string): Promise<string> =>
  (await createPlan({ ...using(), input: { name } })).id;

type Draft = Omit<Parameters<typeof putPlanDraft>[0]["input"], "id">;

const save = (id: string, input: Partial<Draft> = {}) =>
  putPlanDraft({ ...using(), input: { id, items: [], strategies: [], ...input } });

const publish = (id: string, input: { version?: number; draftVersion?: number; note?: string } = {}) =>
  publishPlan({ ...using(), input: { id, note: "", ...input } });

const read = async (id: string) => (await getPlanRows({ ...using(), input: { id } })).items;

const find = async (id: string) => (await getPlanDraft({ ...using(), input: { id } })).draft;

const readRevision = () =>
  withAccount(testApp.deps.pools.app, account.accountId, async (tx) => {
    const { rows } = await tx.query<{ revision: string }>("select revision from accounts");
    return Number(rows[0]?.revision);
  });

test("a draft is seen by everybody who edits, and no call goes by it before it is published", async () => {
  const { target, group } = account.ids;
  const id = await makePlan("Mornings");
  expect(await find(id)).toBeNull();
  const revision = await readRevision();
  const items = [toTargetRow({ targetId: target, weight: 3 }), toGroupRow({ groupId: group, priority: 2 })];
  const strategies = [{ priority: 1, strategy: "pool" as const }];
  const saved = await save(id, { items, strategies });
  expect(saved).toMatchObject({
    basedOn: 1,
    version: 1,
    strategies,
    savedBy: { kind: "user", name: "Owner" },
  });
  expect(saved.items).toMatchObject([
    { kind: "target", target: { id: target, status: "active" }, weight: 3 },
    { kind: "group", group: { id: group, members: [] }, priority: 2 },
  ]);
  expect(await find(id)).toEqual(saved);
  expect([await read(id), await readRevision()]).toEqual([[], revision]);
  const published = await publish(id, { note: "Agreed" });
  expect([published.items, published.strategies]).toEqual([saved.items, strategies]);
  expect([await read(id), await find(id), await readRevision()]).toEqual([saved.items, null, revision + 1]);
  const { items: versions } = await listPlanVersions({ ...using(), input: { id, limit: 50 } });
  expect(versions[0]).toMatchObject({ number: 2, note: "Agreed", rowCount: 2 });
});

test("nobody overwrites a draft that they have not seen", async () => {
  const id = await makePlan("Noons");
  const first = await save(id);
  await expect(save(id, { version: null })).rejects.toMatchObject({ code: "stale" });
  const second = await save(id, { version: first.version });
  expect(second.version).toBe(2);
  await expect(save(id, { version: first.version })).rejects.toMatchObject({ code: "stale" });
  await expect(publish(id, { draftVersion: first.version })).rejects.toMatchObject({
    code: "stale",
    details: [{ path: "body.draftVersion" }],
  });
  await discardPlanDraft({ ...using(), input: { id } });
  await expect(save(id, { version: second.version })).rejects.toMatchObject({ code: "stale" });
  expect((await save(id, { version: null })).version).toBe(1);
});

test("a draft says on which version it is based, and is published over a later one by who has seen that", async () => {
  const { target, spareTarget } = account.ids;
  const id = await makePlan("Evenings");
  const { version } = await getPlan({ ...using(), input: { id } });
  await save(id, { items: [toTargetRow({ targetId: target })] });
  const rows = { items: [toTargetRow({ targetId: spareTarget })], strategies: [], note: "" };
  const direct = await putPlanRows({ ...using(), input: { id, ...rows } });
  expect(await find(id)).toMatchObject({ basedOn: 1 });
  expect((await save(id, { items: [toTargetRow({ targetId: target })] })).basedOn).toBe(1);
  await expect(publish(id, { version })).rejects.toMatchObject({ code: "stale" });
  expect((await publish(id, { version: direct.version })).items).toMatchObject([{ target: { id: target } }]);
});

test("a draft is discarded as a whole, and what is not there is neither discarded nor published", async () => {
  const id = await makePlan("Nights");
  await save(id);
  await discardPlanDraft({ ...using(), input: { id } });
  expect(await find(id)).toBeNull();
  await expect(discardPlanDraft({ ...using(), input: { id } })).rejects.toMatchObject({ code: "not-found" });
  await expect(publish(id)).rejects.toMatchObject({ code: "not-found" });
});

test("a draft with a target that was archived since still shows it, and is not published", async () => {
  const { spareTarget } = account.ids;
  const id = await makePlan("Weekends");
  await save(id, { items: [toTargetRow({ targetId: spareTarget })] });
  await archiveTarget({ ...using(), input: { id: spareTarget } });
  expect((await find(id))?.items).toMatchObject([{ target: { id: spareTarget, status: "archived" } }]);
  await expect(publish(id)).rejects.toMatchObject({ details: [{ message: "This target is archived." }] });
  expect(await find(id)).not.toBeNull();
  await expect(save(id, { items: [toTargetRow({ targetId: spareTarget })] })).rejects.toMatchObject({
    details: [{ path: "body.items.0.targetId" }],
  });
});

test("saving, discarding and publishing are on the audit trail with their rows", async () => {
  const { target } = account.ids;
  const id = await makePlan("Holidays");
  await save(id, { items: [toTargetRow({ targetId: target })] });
  await discardPlanDraft({ ...using(), input: { id } });
  await save(id, { items: [toTargetRow({ targetId: target })] });
  await publish(id, { note: "Closed before" });
  const { items } = await listAudit({
    ...using(),
    input: { noun: { isNot: false, values: ["plan"] }, nounId: id, limit: 4 },
  });
  expect(items.map(({ action }) => action)).toEqual(["publish", "save-draft", "discard-draft", "save-draft"]);
  expect(items[0]?.after).toMatchObject({ note: "Closed before", items: [{ of: { id: target } }] });
  expect(items[2]?.before).toMatchObject({ items: [{ of: { id: target } }] });
});
