import { mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { prepareBinaries } from "./binaries.ts";
import { prepareCluster, superuser, type Cluster } from "./initialize-cluster.ts";
import { spawnPostgres, type PostgresProcess } from "./postgres-process.ts";
import { findServerUser } from "./server-user.ts";
import { claimCluster, releaseCluster, stopOrphan } from "./stop-orphan.ts";

export type Embedded = {
  /** Of the ordinary user that owns the database; there is no pooler between, so it serves migrations and LISTEN too. */
  url: string;
  stop(): Promise<void>;
};

const startTimeoutMs = 60_000;
const ordinaryUser = "ccp";
const databaseName = "ccp";

const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

const toUrl = (user: string, password: string, port: number, database: string): string =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;

const connectWhenReady = async (server: PostgresProcess, url: string): Promise<Client> => {
  let failure: unknown;
  for (let waitedMs = 0; waitedMs < startTimeoutMs && !server.hasEnded(); waitedMs += 25) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      failure = error;
      await delay(25);
    }
  }
  throw new Error(`The built-in PostgreSQL did not start:\n${await server.readLog()}`, { cause: failure });
};

// Created with the same limits that a managed PostgreSQL sets: it may make databases and roles, and passes no wall.
const ensureOrdinaryUser = async (client: Client, password: string): Promise<void> => {
  const roles = await client.query("select 1 from pg_roles where rolname = $1", [ordinaryUser]);
  if (roles.rowCount === 0) await client.query(`create role ${ordinaryUser} login createdb createrole`);
  await client.query(`alter role ${ordinaryUser} password ${client.escapeLiteral(password)}`);
  const databases = await client.query("select 1 from pg_database where datname = $1", [databaseName]);
  if (databases.rowCount === 0) await client.query(`create database ${databaseName} owner ${ordinaryUser}`);
};

const toSettings = (port: number, more: Readonly<Record<string, string>>): Record<string, string> => ({
  listen_addresses: "127.0.0.1",
  port: String(port),
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
  ...more,
});

type Start = {
  binaries: string;
  dataDir: string;
  cluster: Cluster;
  settings: Readonly<Record<string, string>>;
};

const startOnce = async (start: Start): Promise<Embedded> => {
  const { binaries, dataDir, cluster } = start;
  const port = await findFreePort();
  const server = await spawnPostgres({
    binaries,
    user: findServerUser(),
    dataDir,
    dataFolder: cluster.dataFolder,
    settings: toSettings(port, start.settings),
  });
  try {
    const client = await connectWhenReady(server, toUrl(superuser, cluster.password, port, "postgres"));
    await ensureOrdinaryUser(client, cluster.password).finally(() => client.end());
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url: toUrl(ordinaryUser, cluster.password, port, databaseName),
    stop: async () => {
      await server.stop();
      await releaseCluster(dataDir);
    },
  };
};

/**
 * Starts the PostgreSQL that npm brought, on a free port of this machine only, with its data in `dataDir/postgres`.
 * Repairs what a crashed run left; throws when a living process uses the same folder.
 */
export const startEmbedded = async (options: {
  dataDir: string;
  /** PostgreSQL settings by name, for tests. */
  settings?: Readonly<Record<string, string>>;
}): Promise<Embedded> => {
  const dataDir = path.resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const user = findServerUser();
  const binaries = await prepareBinaries(user);
  await stopOrphan(dataDir, path.join(dataDir, "postgres"));
  const cluster = await prepareCluster(binaries, user, dataDir);
  await claimCluster(dataDir);
  const start = { binaries, dataDir, cluster, settings: options.settings ?? {} };
  // Between finding a free port and using it, another program may take it.
  return startOnce(start).catch(() => startOnce(start));
};
