import { randomBytes } from "node:crypto";
import { createPools, type Pools } from "#db/client.ts";
import { injectServerUrl } from "./server-url.ts";
import { runOnServer, templateName, toDatabaseUrl } from "./template.ts";

export type TestDatabase = { url: string; pools: Pools; drop(): Promise<void> };

/** PostgreSQL's own worker in a database may be ended by nobody; the whole server goes away after the tests. */
const forgiveAutovacuum = (error: unknown): void => {
  if (!(error instanceof Error && "code" in error && error.code === "42501")) throw error;
};

/** A migrated, empty database of the test file's own. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const serverUrl = injectServerUrl();
  const name = `test_${randomBytes(8).toString("hex")}`;
  await runOnServer(serverUrl, `create database ${name} template ${templateName} strategy file_copy`);
  const url = toDatabaseUrl(serverUrl, name);
  const pools = createPools({ url });
  return {
    url,
    pools,
    drop: async () => {
      await pools.close();
      await runOnServer(serverUrl, `drop database ${name} with (force)`).catch(forgiveAutovacuum);
    },
  };
};
