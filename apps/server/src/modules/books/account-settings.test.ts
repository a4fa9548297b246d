import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { createSealer } from "#sealing.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { compileBook } from "./compile-book.ts";

const compileDeps = {
  sealer: createSealer([{ id: "k1", secret: "a key for tests only" }]),
  log: pino({ level: "silent" }),
  snapshot: { find: () => undefined },
};

const numbers = ["+12025550142", "+18765550142", "+442079460142", "+8815550142"];

let database: TestDatabase;
let account: TestAccount;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const change = (statement: string, values: unknown[] = []) =>
  withAccount(database.pools.app, account.accountId, (tx) => tx.query(statement, values));

/** A campaign with a target for each of the numbers, the last of them its fallback. */
beforeEach(async () => {
  account = await createTestAccount(database.pools);
  const { accountId } = account;
  const [campaignId, planId] = [randomUUID(), randomUUID()];
  await change("insert into buyers (account_id, id, name, status) values ($1, 1, 'Buyer', 'active')", [
    accountId,
  ]);
  await change("insert into plans (account_id, id, name, status) values ($1, $2, 'Plan', 'active')", [
    accountId,
    planId,
  ]);
  await change(
    `insert into campaigns (account_id, id, plan_id, name, vertical, status, dial_attempts_max,
       ring_timeout_seconds, time_limit_seconds, recording, caller_id, apology, payout_micros, payout_after_seconds)
     values ($1, $2, $3, 'Campaign', 'other', 'active', 3, 20, 3600, 'off', 'caller', 'Sorry.', 0, 60)`,
    [accountId, campaignId, planId],
  );
  for (const [position, number] of numbers.entries()) {
    const id = randomUUID();
    await change(
      `insert into targets (account_id, id, buyer_id, name, status, destination_kind, destination, revenue_micros,
         revenue_after_seconds) values ($1, $2, 1, $3, 'active', 'phone', $3, 0, 60)`,
      [accountId, id, number],
    );
    if (position === numbers.length - 1) await change("update campaigns set fallback_target_id = $1", [id]);
    else {
      await change(
        `insert into plan_rows (account_id, plan_id, target_id, position, priority, weight, enabled)
         values ($1, $2, $3, $4, 1, 1, true)`,
        [accountId, planId, id, position],
      );
    }
  }
});

const readCampaign = async () => {
  const compiled = await withAccount(database.pools.app, account.accountId, (tx) =>
    compileBook(tx, compileDeps),
  );
  const [campaign] = Object.values(compiled?.entry.book.campaigns ?? {});
  if (campaign === undefined) throw new Error("The campaign is missing from the book.");
  return campaign;
};

const listBarred = async () => {
  const { rows, fallback } = await readCampaign();
  return [...rows, fallback].map((row) => row?.barred);
};

test("a campaign takes over whom its account hears unless it says otherwise, and to hear all is to say nothing", async () => {
  expect(await readCampaign()).not.toHaveProperty("attestations");
  await change("update accounts set attestations = '{A,B}'");
  expect(await readCampaign()).toMatchObject({ attestations: ["A", "B"] });
  await change("update campaigns set attestations = '{A}'");
  expect(await readCampaign()).toMatchObject({ attestations: ["A"] });
  await change("update campaigns set attestations = '{A,B,C,failed,none}'");
  expect(await readCampaign()).not.toHaveProperty("attestations");
});

test("what the account does not dial is barred in rows and fallback, by country or by prefix", async () => {
  const jamaica = { kind: "country", country: "JM" };
  const britain = { kind: "country", country: "GB" };
  const satellite = { kind: "high-risk", prefix: "+881" };
  expect(await listBarred()).toEqual([undefined, jamaica, britain, satellite]);
  await change("update accounts set dial_countries = '{GB,US}'");
  expect(await listBarred()).toEqual([undefined, jamaica, undefined, satellite]);
  await change("update accounts set dial_countries = '{JM}', high_risk_prefixes = '{+881}'");
  expect(await listBarred()).toEqual([{ kind: "country", country: "US" }, undefined, britain, undefined]);
});

test("the database keeps no attestation that the engine does not know, and no empty demand", async () => {
  for (const table of ["accounts", "campaigns"]) {
    for (const demand of ["{D}", "{}"]) {
      await expect(change(`update ${table} set attestations = '${demand}'`)).rejects.toThrow("attestations");
    }
  }
});
