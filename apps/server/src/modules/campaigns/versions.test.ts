import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { archiveCampaign } from "./archive-campaign.ts";
import { getCampaign } from "./get-campaign.ts";
import { updateCampaign } from "./update-campaign.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

const read = (id: string) => getCampaign({ ...using(), input: { id } });

test("every write adds one to the version, and a change of an older one is refused as stale", async () => {
  const id = account.ids.campaign;
  const { version, ringTimeoutSeconds } = await read(id);
  const change = (body: object) =>
    sendRequest(testApp.app, "updateCampaign", {
      parts: { params: { id }, body },
      headers: toBearer(account.keys.manager),
    });
  const first = await change({ version, dialAttemptsMax: 5 });
  expect(first.body).toMatchObject({ dialAttemptsMax: 5, version: version + 1 });
  const second = await change({ version, dialAttemptsMax: 7, ringTimeoutSeconds: 40 });
  expect([second.status, second.body]).toEqual([
    409,
    expect.objectContaining({ code: "stale", details: [expect.objectContaining({ path: "body.version" })] }),
  ]);
  expect(await read(id)).toMatchObject({ dialAttemptsMax: 5, ringTimeoutSeconds, version: version + 1 });
  const unversioned = await change({ dialAttemptsMax: 6 });
  expect(unversioned.body).toMatchObject({ dialAttemptsMax: 6, version: version + 2 });
});

test("of writers of the same version at once one gets through", async () => {
  const id = account.ids.campaign;
  const { version } = await read(id);
  const writes = await Promise.allSettled(
    [11, 12, 13, 14].map((dialAttemptsMax) =>
      updateCampaign({ ...using(), input: { id, patch: { version, dialAttemptsMax } } }),
    ),
  );
  expect(writes.filter(({ status }) => status === "fulfilled").length).toBe(1);
  for (const write of writes) {
    if (write.status === "rejected") expect(write.reason).toMatchObject({ code: "stale" });
  }
  expect((await read(id)).version).toBe(version + 1);
});

test("archiving is a write as well", async () => {
  const id = account.ids.spareCampaign;
  const { version } = await read(id);
  expect(await archiveCampaign({ ...using(), input: { id } })).toMatchObject({ version: version + 1 });
});
