import { api } from "@ccp/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { archiveBuyer } from "./archive-buyer.ts";
import { createBuyer } from "./create-buyer.ts";
import { listBuyers } from "./list-buyers.ts";
import { updateBuyer } from "./update-buyer.ts";

const listBuyersQuery = api.listBuyers.query;

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

test("a name that is taken is refused at its field, in this account only", async () => {
  const other = await furnishAccount(testApp);
  const input = { name: "One of a kind", status: "active", repeatCallers: null } as const;
  await createBuyer({ ...using(), input });
  const response = await sendRequest(testApp.app, "createBuyer", {
    parts: { body: { name: " One of a kind " } },
    headers: toBearer(account.keys.manager),
  });
  expect(response.status, response.text).toBe(409);
  expect(response.body).toMatchObject({ code: "conflict", details: [{ path: "body.name" }] });
  await expect(createBuyer({ pools: testApp.deps.pools, ctx: other.ctx, input })).resolves.toBeDefined();
});

test("a buyer with targets in service is not archived, and the refusal names them", async () => {
  const archiving = archiveBuyer({ ...using(), input: { id: account.ids.buyer } });
  await expect(archiving).rejects.toMatchObject({
    code: "in-use",
    details: [
      { message: expect.stringContaining("Acme front desk") },
      { message: expect.stringContaining("Spare") },
    ],
  });
});

test("an archived buyer leaves the list and comes back by a status", async () => {
  const { id } = await archiveBuyer({ ...using(), input: { id: account.ids.spareBuyer } });
  const list = async (status?: string) =>
    (await listBuyers({ ...using(), input: listBuyersQuery.parse({ status }) })).items.map((each) => each.id);
  expect(await list()).not.toContain(id);
  expect(await list("archived")).toEqual([id]);
  await updateBuyer({ ...using(), input: { id, patch: { status: "paused" } } });
  expect(await list()).toContain(id);
});

test("pages of every sort show each buyer once and in order", async () => {
  for (const name of ["alpha", "Beta", "Gamma 100%", "gamma_1", "delta"]) {
    await createBuyer({ ...using(), input: { name, status: "active", repeatCallers: null } });
  }
  for (const sort of listBuyersQuery.shape.sort.def.innerType.options) {
    const whole = (await listBuyers({ ...using(), input: { sort, limit: 200 } })).items;
    const paged: number[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page = await listBuyers({ ...using(), input: { sort, limit: 3, cursor } });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole.map(({ id }) => id));
  }
  const names = (await listBuyers({ ...using(), input: { sort: "name", limit: 200, search: "gamma" } }))
    .items;
  expect(names.map(({ name }) => name)).toEqual(["Gamma 100%", "gamma_1"]);
});

test("a search takes percent signs for themselves, and a cursor belongs to its sort", async () => {
  const found = await listBuyers({ ...using(), input: { sort: "name", limit: 50, search: "100%" } });
  expect(found.items.map(({ name }) => name)).toEqual(["Gamma 100%"]);
  const { nextCursor } = await listBuyers({ ...using(), input: { sort: "name", limit: 1 } });
  const mixed = listBuyers({ ...using(), input: { sort: "-name", limit: 1, cursor: nextCursor ?? "" } });
  await expect(mixed).rejects.toMatchObject({ code: "invalid" });
});

test("characters that cannot be kept are the caller's mistake, not ours", async () => {
  const response = await sendRequest(testApp.app, "createBuyer", {
    parts: { body: { name: "A\u0000B" } },
    headers: toBearer(account.keys.owner),
  });
  expect([response.status, response.body.code]).toEqual([400, "invalid"]);
});

test("two writers of one name at once: one is kept", async () => {
  const input = { name: "Twin", status: "active", repeatCallers: null } as const;
  const results = await Promise.allSettled([1, 2, 3].map(() => createBuyer({ ...using(), input })));
  expect(results.filter(({ status }) => status === "fulfilled").length).toBe(1);
});
