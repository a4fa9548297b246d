import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { toTargetRow } from "#http/testing/plan-rows.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { archiveTarget } from "#modules/targets/archive-target.ts";
import { updateTarget } from "#modules/targets/update-target.ts";
import { createPlan } from "./create-plan.ts";
import { getPlan } from "./get-plan.ts";
import { getPlanRows } from "./get-plan-rows.ts";
import { getPlanVersion } from "./get-plan-version.ts";
import { listPlanVersions } from "./list-plan-versions.ts";
import { publishPlan } from "./publish-plan.ts";
import { putPlanRows } from "./put-plan-rows.ts";
import { restorePlanVersion } from "./restore-plan-version.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

const put = (id: string, targetId: string, note = "") =>
  putPlanRows({
    ...using(),
    input: {
      id,
      note,
      items: [toTargetRow({ targetId, weight: 3, ringTimeoutSeconds: 12 })],
      strategies: [{ priority: 1, strategy: "pool" }],
    },
  });

const makePlan = async (name: string): Promise<string> =>
  (await createPlan({ ...using(), input: { name } })).id;

const list = async (id: string) => (await listPlanVersions({ ...using(), input: { id, limit: 50 } })).items;

const read = (id: string) => getPlanRows({ ...using(), input: { id } });

test("every time rows are saved they are kept as a version: by whom, when and why", async () => {
  const { target, spareTarget } = account.ids;
  const id = await makePlan("Mornings");
  await put(id, spareTarget, "Opening");
  await put(id, target);
  expect(await list(id)).toMatchObject([
    { number: 3, note: "", rowCount: 1, actor: { kind: "user" } },
    { number: 2, note: "Opening", rowCount: 1 },
    { number: 1, note: "", rowCount: 0 },
  ]);
  const page = await listPlanVersions({ ...using(), input: { id, limit: 2 } });
  const rest = await listPlanVersions({
    ...using(),
    input: { id, limit: 2, ...(page.nextCursor !== null && { cursor: page.nextCursor }) },
  });
  expect([page.items.length, rest.items.map(({ number }) => number)]).toEqual([2, [1]]);
  expect(await getPlanVersion({ ...using(), input: { id, number: 2 } })).toMatchObject({
    items: [{ kind: "target", of: { id: spareTarget }, weight: 3, ringTimeoutSeconds: 12 }],
    strategies: [{ priority: 1, strategy: "pool" }],
  });
});

test("a version is restored as a draft, and what was between stays to be read", async () => {
  const { target, spareTarget } = account.ids;
  const id = await makePlan("Evenings");
  const first = await put(id, target);
  const second = await put(id, spareTarget);
  const restore = (number: number) => restorePlanVersion({ ...using(), input: { id, number } });
  const draft = await restore(2);
  expect([draft.items, draft.strategies, draft.basedOn]).toEqual([first.items, first.strategies, 3]);
  expect(await read(id)).toEqual(second);
  const published = await publishPlan({ ...using(), input: { id, note: "As it was" } });
  expect([published.items, published.strategies]).toEqual([first.items, first.strategies]);
  expect((await list(id)).map(({ number, note }) => [number, note])).toEqual([
    [4, "As it was"],
    [3, ""],
    [2, ""],
    [1, ""],
  ]);
  expect((await getPlan({ ...using(), input: { id } })).versionNumber).toBe(4);
  await expect(restore(99)).rejects.toMatchObject({ code: "not-found" });
});

test("a version whose target was archived since is not restored, but still read by its name", async () => {
  const { target, spareTarget } = account.ids;
  const id = await makePlan("Nights");
  await put(id, spareTarget);
  await put(id, target);
  const { name } = await updateTarget({ ...using(), input: { id: spareTarget, patch: { name: "Gone" } } });
  await archiveTarget({ ...using(), input: { id: spareTarget } });
  expect(name).toBe("Gone");
  const former = await getPlanVersion({ ...using(), input: { id, number: 2 } });
  expect(former.items[0]?.of).toMatchObject({ id: spareTarget, name: expect.stringContaining("Spare") });
  const restoring = restorePlanVersion({ ...using(), input: { id, number: 2 } });
  await expect(restoring).rejects.toMatchObject({ details: [{ message: "This target is archived." }] });
  expect((await read(id)).items).toMatchObject([{ target: { id: target } }]);
});

test("what was published is not rewritten", async () => {
  const rewriting = withAccount(testApp.deps.pools.app, account.accountId, (tx) =>
    tx.query("update plan_versions set note = 'never'"),
  );
  await expect(rewriting).rejects.toThrow(/permission denied/);
});
