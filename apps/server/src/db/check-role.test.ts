import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkRole } from "./check-role.ts";
import { createPools, type Pools } from "./client.ts";
import { type Embedded, startEmbedded } from "./embedded/start-embedded.ts";
import { migrate } from "./migrate.ts";

// Roles belong to the whole server, so this test needs one of its own.
let dataDir: string;
let embedded: Embedded;
let pools: Pools;
let superuser: Client;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "ccp-roles-"));
  embedded = await startEmbedded({ dataDir, settings: { fsync: "off" } });
  await migrate(embedded.url);
  pools = createPools({ url: embedded.url });
  const url = new URL(embedded.url);
  url.username = "ccp_superuser";
  superuser = new Client({ connectionString: url.toString() });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await pools.close();
  await embedded.stop();
  await rm(dataDir, { recursive: true });
});

test("the roles as migrations make them are accepted", async () => {
  await expect(checkRole(pools.app)).resolves.toBeUndefined();
});

test.each([
  ["alter role ccp_app superuser", "alter role ccp_app nosuperuser", "ccp_app is a superuser"],
  ["alter role ccp_app bypassrls", "alter role ccp_app nobypassrls", "ccp_app bypasses row security"],
  ["alter role ccp_directory bypassrls", "alter role ccp_directory nobypassrls", "ccp_directory bypasses"],
  ["alter table calls owner to ccp_app", "alter table calls owner to ccp", "ccp_app owns tables"],
])("%s: the start is refused", async (grant, revoke, fault) => {
  await superuser.query(grant);
  try {
    await expect(checkRole(pools.app)).rejects.toThrow(fault);
  } finally {
    await superuser.query(revoke);
  }
});

test("a database user who may not take the roles is told what an administrator has to run", async () => {
  await superuser.query("create role visitor login password 'visitor'");
  const url = new URL(embedded.url);
  url.username = "visitor";
  url.password = "visitor";
  await expect(migrate(url.toString())).rejects.toThrow("grant ccp_app to <database user>");
});
