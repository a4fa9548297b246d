import { randomBytes, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { injectServerUrl } from "#testing/server-url.ts";
import { runOnServer, toDatabaseUrl } from "#testing/template.ts";
import { findCatalogueFaults } from "#testing/catalogue.ts";
import { migrate } from "./migrate.ts";

const name = `migrated_${randomBytes(6).toString("hex")}`;
const migrations = path.join(import.meta.dirname, "../../migrations");
const url = toDatabaseUrl(injectServerUrl(), name);
beforeAll(() => runOnServer(injectServerUrl(), `create database ${name}`));
afterAll(() => runOnServer(injectServerUrl(), `drop database ${name} with (force)`));

test("several processes that start on an empty database at once migrate it once", async () => {
  await Promise.all([migrate(url), migrate(url), migrate(url)]);
  await migrate(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select count(*)::int as applied, count(distinct hash)::int as migrations from drizzle.__drizzle_migrations",
    );
    expect(rows[0]?.applied).toBeGreaterThan(0);
    expect(rows[0]?.applied).toBe(rows[0]?.migrations);
    expect(await findCatalogueFaults(client)).toEqual([]);
  } finally {
    await client.end();
  }
});

test("an account goes on dialling the countries that its targets lie in", async () => {
  await migrate(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  const [file = ""] = readdirSync(migrations).filter((each) => each.endsWith("_dial_countries.sql"));
  const accountId = randomUUID();
  const become = (id: string) => client.query("select set_config('app.account', $1, false)", [id]);
  try {
    await become(accountId);
    await client.query(
      "insert into accounts (account_id, name, currency, time_zone) values ($1, 'A', 'USD', 'UTC')",
      [accountId],
    );
    await client.query(
      "insert into buyers (account_id, id, name, status) values ($1, 1, 'Buyer', 'active')",
      [accountId],
    );
    for (const number of ["+12025550142", "+18765550142", "+442079460142", "+8815550142"]) {
      await client.query(
        `insert into targets (account_id, id, buyer_id, name, status, destination_kind, destination, revenue_micros,
           revenue_after_seconds) values ($1, gen_random_uuid(), 1, $2, 'active', 'phone', $2, 0, 0)`,
        [accountId, number],
      );
    }
    await become("");
    await client.query(readFileSync(path.join(migrations, file), "utf8"));
    await become(accountId);
    const { rows } = await client.query("select dial_countries from accounts where account_id = $1", [
      accountId,
    ]);
    expect(rows).toEqual([{ dial_countries: ["CA", "GB", "GG", "IM", "JE", "JM", "US"] }]);
    expect(await findCatalogueFaults(client)).toEqual([]);
  } finally {
    await client.end();
  }
});
