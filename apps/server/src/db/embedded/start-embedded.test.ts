import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { findParent } from "./postmaster-file.ts";
import { startEmbedded } from "./start-embedded.ts";

let folder: string;
let dataDir: string;
let holder: ChildProcess | undefined;
beforeAll(async () => {
  // Like the home of root, a fresh temporary folder is closed to everybody else.
  folder = await mkdtemp(path.join(tmpdir(), "ccp-embedded-"));
  dataDir = path.join(folder, "data");
});
afterEach(async () => {
  const postmaster = await readPostmaster();
  holder?.kill("SIGKILL");
  holder = undefined;
  await waitUntilGone(postmaster);
});
afterAll(() => rm(folder, { recursive: true }));

const readPostmaster = async (): Promise<number> =>
  Number.parseInt(await readFile(path.join(dataDir, "postgres/postmaster.pid"), "utf8").catch(() => "0"), 10);

const isAlive = (pid: number): boolean => {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
};

const waitUntilGone = (pid: number) =>
  vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000, interval: 10 });

const query = async (url: string, text: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
};

/** Starts it from another process, which can then be killed. */
const startHolder = async (): Promise<{ url: string; postmaster: number }> => {
  const script = fileURLToPath(import.meta.resolve("#testing/hold-embedded.ts"));
  holder = spawn(process.execPath, ["--import", "tsx", script, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(holder.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  return { url: line.toString().trim(), postmaster: await readPostmaster() };
};

const killHolder = async (): Promise<void> => {
  const ended = once(holder as ChildProcess, "exit");
  holder?.kill("SIGKILL");
  await ended;
};

/** The process that ends PostgreSQL when its starter dies. */
const findGuard = async (postmaster: number): Promise<number> => {
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number)) {
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (command.includes("cat >/dev/null") && command.endsWith(`\0${postmaster}\0`)) return pid;
  }
  throw new Error("PostgreSQL runs without its guard.");
};

const startAndStop = async (inFolder = dataDir): Promise<unknown[]> => {
  const embedded = await startEmbedded({ dataDir: inFolder });
  try {
    return await query(embedded.url, "select 1 as one");
  } finally {
    await embedded.stop();
  }
};

test("what was stored is there at the next start, and stopping leaves no process behind", async () => {
  const first = await startEmbedded({ dataDir });
  const postmaster = await readPostmaster();
  await query(first.url, "create table stored as select 42 as answer");
  await first.stop();
  expect(isAlive(postmaster)).toBe(false);
  const second = await startEmbedded({ dataDir });
  expect(await query(second.url, "select answer from stored")).toEqual([{ answer: 42 }]);
  expect((await stat(path.join(dataDir, "postgres-password"))).mode & 0o777).toBe(0o600);
  await second.stop();
});

test("it listens on this machine only, and the product's user passes no wall", async () => {
  const embedded = await startEmbedded({ dataDir });
  const [row] = await query(
    embedded.url,
    `select current_setting('listen_addresses') as listens, current_setting('lc_messages') as messages,
       rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = current_user`,
  );
  expect(row).toEqual({ listens: "127.0.0.1", messages: "C", super: false, bypass: false });
  const wrong = new URL(embedded.url);
  wrong.password = "wrong";
  await expect(query(wrong.toString(), "select 1")).rejects.toThrow("password");
  await embedded.stop();
});

test("a half-finished first start is begun anew", async () => {
  const unfinished = path.join(folder, "unfinished");
  await mkdir(path.join(unfinished, "postgres.new-abc/data/base"), { recursive: true });
  await mkdir(path.join(unfinished, "postgres"), { recursive: true });
  expect(await startAndStop(unfinished)).toEqual([{ one: 1 }]);
  expect((await readdir(unfinished)).filter((name) => name.includes("new"))).toEqual([]);
});

test("a second server on the same folder is refused and the first goes on", async () => {
  const { url } = await startHolder();
  await expect(startEmbedded({ dataDir })).rejects.toThrow(`in use by process ${holder?.pid}`);
  expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("PostgreSQL ends by itself when its server is killed", async () => {
  const { url, postmaster } = await startHolder();
  await query(url, "create table kept as select 42 as answer");
  await killHolder();
  await waitUntilGone(postmaster);
  const next = await startEmbedded({ dataDir });
  expect(await query(next.url, "select answer from kept")).toEqual([{ answer: 42 }]);
  await next.stop();
});

test("a stale file that names somebody else's process does not stop the start", async () => {
  await startAndStop();
  await writeFile(path.join(dataDir, "postgres/postmaster.pid"), `${process.pid}\n/elsewhere\n`);
  expect(await startAndStop()).toEqual([{ one: 1 }]);
});

test("when PostgreSQL is killed it comes back at the same address with its data", async () => {
  const embedded = await startEmbedded({ dataDir });
  await query(embedded.url, "create table survived as select 42 as answer");
  const postmaster = await readPostmaster();
  process.kill(postmaster, "SIGKILL");
  await waitUntilGone(postmaster);
  await vi.waitFor(
    async () => expect(await query(embedded.url, "select answer from survived")).toEqual([{ answer: 42 }]),
    { timeout: 20_000, interval: 50 },
  );
  const next = await readPostmaster();
  await embedded.stop();
  expect(isAlive(next)).toBe(false);
});

test.runIf(process.platform === "linux" && process.getuid?.() === 0)(
  "root runs the cluster that another user made as that user, and leaves it theirs",
  async () => {
    await startAndStop();
    const cluster = path.join(dataDir, "postgres");
    const daemon = 1;
    for (const name of ["", ...(await readdir(cluster, { recursive: true }))])
      await chown(path.join(cluster, name), daemon, daemon);
    expect(await startAndStop()).toEqual([{ one: 1 }]);
    expect((await stat(path.join(cluster, "PG_VERSION"))).uid).toBe(daemon);
  },
);

test.runIf(process.platform === "linux")(
  "one that is left behind is stopped, even when it is frozen",
  async () => {
    const { postmaster } = await startHolder();
    process.kill(await findGuard(postmaster), "SIGKILL");
    process.kill(postmaster, "SIGSTOP");
    await killHolder();
    expect(isAlive(postmaster)).toBe(true);
    expect(await findParent(postmaster)).not.toBe(holder?.pid);
    expect(await startAndStop()).toEqual([{ one: 1 }]);
    await waitUntilGone(postmaster);
  },
);
