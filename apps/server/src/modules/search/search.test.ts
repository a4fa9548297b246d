import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { createBuyer } from "#modules/buyers/create-buyer.ts";
import { createNumber } from "#modules/numbers/create-number.ts";
import { search } from "./search.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
  const { ctx, ids } = account;
  await createNumber({
    pools: testApp.deps.pools,
    ctx,
    input: {
      number: "+442079460958",
      carrierAccountId: ids.carrierAccount,
      label: "London",
      status: "active",
      campaignId: null,
      publisherId: null,
    },
  });
});

afterAll(() => testApp.close());

const find = async (q: string, now = Date.now()) => {
  const { items, isComplete } = await search({
    pools: testApp.deps.pools,
    ctx: account.ctx,
    input: { q },
    now,
  });
  expect(isComplete).toBe(true);
  return items.map(({ kind, id }) => `${kind} ${id}`);
};

test("nouns are found by any part of their names, whatever the case", async () => {
  const { campaign, publisher, buyer, target, number, plan, group, valueList } = account.ids;
  expect(await find("dentist")).toEqual([`campaign ${campaign}`, `plan ${plan}`]);
  expect(await find("night desk")).toEqual([`target-group ${group}`]);
  expect(await find("KNOWN call")).toEqual([`value-list ${valueList}`]);
  expect(await find("IGHT LEA")).toEqual([`publisher ${publisher}`]);
  expect(await find("acme")).toEqual([`buyer ${buyer}`, `target ${target}`]);
  expect(await find("front page")).toEqual([`number ${number}`]);
  expect(await find("100%")).toEqual([]);
});

test.each(["0100", "2025550100", "(202) 555-0100", "+1 202 555 0100", "202.555.0100", "555-01"])(
  "a number is found by %j",
  async (q) => {
    expect(await find(q)).toContain(`number ${account.ids.number}`);
  },
);

test.each(["020 7946 0958", "0044 20 7946 0958", "(020) 7946-0958", "7946 0958"])(
  "a number of another country is found by %j, as it is dialled there",
  async (q) => {
    expect((await find(q)).filter((hit) => hit.startsWith("number"))).toHaveLength(1);
  },
);

test("targets are found by the number that they are dialled at", async () => {
  const { target, spareTarget } = account.ids;
  expect((await find("555-0150")).toSorted()).toEqual(
    [`target ${target}`, `target ${spareTarget}`].toSorted(),
  );
});

test("a call is found by its id, the beginning of it, its caller and the number that was dialled", async () => {
  const { call } = account.ids;
  const found = [call, call.slice(0, 8), call.slice(0, 13), call.replaceAll("-", "").toUpperCase()];
  for (const q of found) expect(await find(q), q).toEqual([`call ${call}`]);
  const { items } = await search({
    pools: testApp.deps.pools,
    ctx: account.ctx,
    input: { q: call },
    now: Date.now(),
  });
  const [hit] = items;
  const at = Date.parse(hit?.at ?? "");
  const caller = hit?.title ?? "";
  expect(await find(caller)).toContain(`call ${call}`);
  expect(await find(caller.slice(-4))).toContain(`call ${call}`);
  expect(await find(caller.slice(3, 9), at + 1000)).toContain(`call ${call}`);
  expect(await find("5550100", at + 1000)).toContain(`call ${call}`);
});

test("six of a kind at most", async () => {
  for (const name of ["a", "b", "c", "d", "e", "f", "g", "h"]) {
    await createBuyer({
      pools: testApp.deps.pools,
      ctx: account.ctx,
      input: { name: `Crowd ${name}`, status: "active", repeatCallers: null },
    });
  }
  expect(await find("crowd")).toHaveLength(6);
});

test("odd characters are looked for and break nothing", async () => {
  for (const q of ["%%", "__", "\\\\", "''", "--", "éé", "a-b-c", "ffffffff-", "f".repeat(80)]) {
    expect(await find(q), q).toEqual([]);
  }
});
