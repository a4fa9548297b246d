import { mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { prepareBinaries } from "./binaries.ts";
import { prepareCluster, superuser, type Cluster } from "./initialize-cluster.ts";
import { spawnPostgres, type PostgresProcess } from "./postgres-process.ts";
import { keepRunning, restartDelayMs } from "./keep-running.ts";
import { findServerUser, type ServerUser } from "./server-user.ts";
import { claimCluster, releaseCluster, stopOrphan } from "./stop-orphan.ts";

export type Embedded = {
  /** Of the ordinary user that owns the database; there is no pooler between, so it serves migrations and LISTEN too. */
  url: string;
  stop(): Promise<void>;
};

/** Long, because after a crash it first repairs what it had not finished writing. */
const startTimeoutMs = 300_000;
const startsMax = 6;
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
  user: ServerUser;
  dataDir: string;
  cluster: Cluster;
  settings: Readonly<Record<string, string>>;
};

const startOnPort = async (start: Start, port: number): Promise<PostgresProcess> => {
  const { cluster, settings } = start;
  const server = await spawnPostgres({
    ...start,
    dataFolder: cluster.dataFolder,
    settings: toSettings(port, settings),
  });
  try {
    const client = await connectWhenReady(server, toUrl(superuser, cluster.password, port, "postgres"));
    await ensureOrdinaryUser(client, cluster.password).finally(() => client.end());
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
};

// A port may be taken between finding and using it, and the last process of a crashed run may take a moment to end.
const startOnFreePort = async (start: Start): Promise<{ server: PostgresProcess; port: number }> => {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    try {
      return { server: await startOnPort(start, port), port };
    } catch (error) {
      if (attempt === startsMax) throw error;
      await delay(restartDelayMs);
    }
  }
};

/**
 * Starts the PostgreSQL that npm brought, on a free port of this machine only, with its data in `dataDir/postgres`.
 * Repairs what a crashed run left and starts it again, at the same address, should it end by itself.
 * Throws when a living process uses the same folder.
 */
export const startEmbedded = async (options: {
  dataDir: string;
  /** PostgreSQL settings by name, for tests. */
  settings?: Readonly<Record<string, string>>;
}): Promise<Embedded> => {
  const dataDir = path.resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const user = await findServerUser(path.join(dataDir, "postgres"));
  const binaries = await prepareBinaries(user);
  await stopOrphan(dataDir, path.join(dataDir, "postgres"));
  const cluster = await prepareCluster(binaries, user, dataDir);
  await claimCluster(dataDir);
  const start = { binaries, user, dataDir, cluster, settings: options.settings ?? {} };
  const { server, port } = await startOnFreePort(start);
  const stop = keepRunning(server, () => startOnPort(start, port));
  return {
    url: toUrl(ordinaryUser, cluster.password, port, databaseName),
    stop: async () => {
      await stop();
      await releaseCluster(dataDir);
    },
  };
};
