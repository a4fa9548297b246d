import { existsSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";
import { ensureRoles } from "./ensure-roles.ts";

/** Any number that nothing else in the database locks by. */
const lockKey = 7_226_725_221;

// The sources and the bundle lie at different depths below the package.
const findMigrations = (): string => {
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const migrations = path.join(folder, "migrations");
    if (existsSync(path.join(migrations, "meta/_journal.json"))) return migrations;
  }
  throw new Error("The folder of database migrations is missing from this installation.");
};

/**
 * Brings the database to this version's schema. Several processes may start at once: one migrates, the others wait.
 * The address must lead to PostgreSQL itself, since the lock is the connection's.
 */
export const migrate = async (directUrl: string): Promise<void> => {
  const client = new Client({ connectionString: directUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    await ensureRoles(client);
    await runMigrations(drizzle({ client }), { migrationsFolder: findMigrations() });
  } finally {
    await client.end();
  }
};
