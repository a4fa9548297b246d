import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";

const nobody = 65_534;

/** Where PgBouncer is on this machine; undefined when it is not installed. */
export const findPooler = (): string | undefined =>
  ["/usr/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    .map((folder) => path.join(folder, "pgbouncer"))
    .find((file) => existsSync(file));

export type Pooler = { url: string; stop(): Promise<void> };

const findFreePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
};

const toConfig = (database: URL, port: number): string => `
[databases]
* = host=${database.hostname} port=${database.port} user=${database.username} password=${database.password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 2
max_client_conn = 100
`;

const waitUntilOpen = async (url: string): Promise<void> => {
  for (let waitedMs = 0; ; waitedMs += 50) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.query("select 1");
      return;
    } catch (error) {
      if (waitedMs > 10_000) throw error;
      await delay(50);
    } finally {
      await client.end();
    }
  }
};

/** PgBouncer in transaction mode with two connections to the database, so that transactions of all clients share them. */
export const startPooler = async (program: string, databaseUrl: string): Promise<Pooler> => {
  const folder = await mkdtemp(path.join(tmpdir(), "ccp-pooler-"));
  const config = path.join(folder, "pgbouncer.ini");
  const port = await findFreePort();
  await writeFile(config, toConfig(new URL(databaseUrl), port));
  // It refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await Promise.all([folder, config].map((file) => chown(file, nobody, nobody)));
  const child = spawn(program, ["-q", config], {
    stdio: "ignore",
    ...(isRoot ? { uid: nobody, gid: nobody } : {}),
  });
  const ended = once(child, "exit");
  const url = new URL(databaseUrl);
  url.port = String(port);
  await waitUntilOpen(url.toString());
  return {
    url: url.toString(),
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
      await rm(folder, { recursive: true });
    },
  };
};
