import { randomBytes, randomUUID } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { injectServerUrl } from "#testing/server-url.ts";
import { runOnServer, toDatabaseUrl } from "#testing/template.ts";
import { ensureRoles } from "./ensure-roles.ts";
import { migrate } from "./migrate.ts";

const name = `moved_${randomBytes(6).toString("hex")}`;
const url = toDatabaseUrl(injectServerUrl(), name);
const migrations = path.join(import.meta.dirname, "../../migrations");

let client: Client;
let before: string;

/** The migrations up to the one that brought plans. */
const copyFormer = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), "migrations-"));
  await cp(migrations, folder, { recursive: true });
  const file = path.join(folder, "meta/_journal.json");
  const journal = JSON.parse(await readFile(file, "utf8")) as { entries: { tag: string }[] };
  const first = journal.entries.findIndex(({ tag }) => tag.endsWith("_plans"));
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, first) }));
  return folder;
};

beforeAll(async () => {
  await runOnServer(injectServerUrl(), `create database ${name}`);
  client = new Client({ connectionString: url });
  await client.connect();
  before = await copyFormer();
  await ensureRoles(client);
  await runMigrations(drizzle({ client }), { migrationsFolder: before });
});

afterAll(async () => {
  await client.end();
  await runOnServer(injectServerUrl(), `drop database ${name} with (force)`);
  await rm(before, { recursive: true });
});

const accountId = randomUUID();
const [busy, quiet, gone] = [randomUUID(), randomUUID(), randomUUID()];
const [desk, night] = [randomUUID(), randomUUID()];

const fill = async (): Promise<void> => {
  // Row security holds for the owner of the tables too, so the test is of one account.
  await client.query(`set app.account = '${accountId}'`);
  await client.query(
    `insert into accounts (account_id, name, currency, time_zone, revision) values ($1, 'Acme', 'USD', 'UTC', 7)`,
    [accountId],
  );
  await client.query("insert into buyers (account_id, id, name, status) values ($1, 1, 'Buyer', 'active')", [
    accountId,
  ]);
  for (const [id, called] of [
    [desk, "Desk"],
    [night, "Night"],
  ]) {
    await client.query(
      `insert into targets (account_id, id, buyer_id, name, status, destination_kind, destination, revenue_micros,
         revenue_after_seconds) values ($1, $2, 1, $3, 'active', 'phone', '+12025550150', 0, 0)`,
      [accountId, id, called],
    );
  }
  for (const [id, called, status] of [
    [busy, "Busy", "active"],
    [quiet, "Quiet", "paused"],
    [gone, "Gone", "archived"],
  ]) {
    await client.query(
      `insert into campaigns (account_id, id, name, vertical, status, dial_attempts_max, ring_timeout_seconds,
         time_limit_seconds, recording, caller_id, apology, payout_micros, payout_after_seconds)
       values ($1, $2, $3, 'legal', $4, 3, 20, 3600, 'off', 'caller', 'Sorry.', 0, 0)`,
      [accountId, id, called, status],
    );
  }
  await client.query("insert into demo_rows (account_id, noun, noun_id) values ($1, 'campaign', $2)", [
    accountId,
    quiet,
  ]);
  for (const [campaign, target, position] of [
    [busy, night, 0],
    [busy, desk, 4],
    [gone, desk, 0],
  ]) {
    await client.query(
      `insert into campaign_targets (account_id, campaign_id, target_id, position, priority, weight, enabled)
       values ($1, $2, $3, $4, 2, 30, $5)`,
      [accountId, campaign, target, position, target === desk],
    );
  }
};

test("the targets of campaigns become the rows of plans of the same names", async () => {
  await fill();
  await migrate(url);
  const plans = await client.query(
    `select c.name as campaign, p.name, p.status, v.note, v.document
     from campaigns c join plans p on p.account_id = c.account_id and p.id = c.plan_id
     join plan_versions v on v.account_id = p.account_id and v.plan_id = p.id and v.number = p.version_number
     order by c.name`,
  );
  expect(plans.rows).toMatchObject([
    {
      campaign: "Busy",
      name: "Busy",
      status: "active",
      document: {
        strategies: [],
        items: [
          { kind: "target", of: { id: night, name: "Night" }, priority: 2, weight: 30, enabled: false },
          { kind: "target", of: { id: desk, name: "Desk" }, enabled: true, revenue: null },
        ],
      },
    },
    { campaign: "Gone", status: "archived", document: { items: [{ of: { id: desk } }] } },
    { campaign: "Quiet", status: "active", document: { items: [] } },
  ]);
  const rows = await client.query(
    `select r.position, r.target_id, r.priority, r.weight, r.enabled
     from plan_rows r join plans p on p.account_id = r.account_id and p.id = r.plan_id
     where p.name = 'Busy' order by r.position`,
  );
  expect(rows.rows).toEqual([
    { position: 0, target_id: night, priority: 2, weight: 30, enabled: false },
    { position: 1, target_id: desk, priority: 2, weight: 30, enabled: true },
  ]);
  const demo = await client.query("select p.name from demo_rows d join plans p on p.id::text = d.noun_id");
  expect(demo.rows).toEqual([{ name: "Quiet" }]);
  expect((await client.query("select revision from accounts")).rows).toEqual([{ revision: "8" }]);
});
