import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { injectServerUrl } from "#testing/server-url.ts";
import { runOnServer, toDatabaseUrl } from "#testing/template.ts";
import { findCatalogueFaults } from "#testing/catalogue.ts";
import { migrate } from "./migrate.ts";

const name = `migrated_${randomBytes(6).toString("hex")}`;
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
