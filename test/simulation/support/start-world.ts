import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { type App, startApp } from "@ccp/server/app.ts";
import type { Pools } from "@ccp/server/db/client.ts";
import { readEnv } from "@ccp/server/env.ts";
import { createSealer, type Sealer } from "@ccp/server/sealing.ts";
import { createTestDatabase } from "@ccp/server/testing/test-database.ts";
import { createSimulator, type ManualClock, type Simulator } from "@ccp/simulator";
import { findFreePort } from "#support/find-free-port.ts";
import { dieSuddenly } from "#support/die-suddenly.ts";

/** The product and its carrier in this process, on one clock that moves only when told to. */
export type World = {
  clock: ManualClock;
  simulator: Simulator;
  /** Another one after each restart. */
  readonly app: App;
  /** Where the product answers, and so what its webhooks' addresses begin with. */
  publicUrl: string;
  /** Lines of the product's log from `error` on, but for a database that was slow on a busy machine. */
  errors: readonly string[];
  /** Stops the product while calls are under way, and starts it again on what it left; the clock stands meanwhile. */
  restart(): Promise<void>;
  /**
   * As `restart`, but by a sudden death: the next start finds the data folder as it lay in the midst of the work.
   * Resolves with how many records that start had to read from the journal, for want of a later checkpoint.
   */
  kill(): Promise<number>;
  close(): Promise<void>;
};

type WorldOptions = {
  seed: string;
  /** Makes accounts before the product starts, so that it finds them at its first look. */
  furnish: (deps: { pools: Pools; sealer: Sealer }) => Promise<void>;
  clock: ManualClock;
  /** Whether the product makes its demonstration; not by default. */
  demo?: boolean;
  /** The built console; none by default. */
  staticDir?: string;
};

/** Noon of a Monday, in UTC. */
export const worldStartsAt = Date.UTC(2026, 0, 5, 12);

const journalWorkerUrl = new URL("../../../apps/server/dist/journal-worker.js", import.meta.url);

const createErrorLog = () => {
  const errors: string[] = [];
  const write = (line: string): void => {
    if (!line.includes('"msg":"booking waits"')) errors.push(line);
  };
  const log = pino({ level: "error" }, { write });
  return { errors, log };
};

/** Starts everything on an empty database of its own; resolves when calls are taken. */
export const startWorld = async (options: WorldOptions): Promise<World> => {
  const { seed, furnish, clock, demo = false, staticDir = null } = options;
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), "ccp-simulation-"));
  const simulator = createSimulator({ clock, seed, transcriptsKept: 5000 });
  const { port: simulatorPort } = await simulator.listen();
  const port = await findFreePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const settings = {
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    SIMULATOR_PORT: String(simulatorPort),
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    SESSION_SECRET: "the session secret of the simulation",
    ENCRYPTION_KEY: "the encryption key of the simulation",
    DEMO: String(demo),
  };
  // Acknowledged by the journal, as with the embedded database: virtual time cannot wait for commits.
  const env = { ...readEnv(settings), database: "embedded" } as const;
  const sealer = createSealer(env.secrets.encryptionKeys);
  await furnish({ pools: database.pools, sealer });
  const { errors, log } = createErrorLog();
  const open = async (): Promise<App> => {
    const opened = await startApp({ env, clock, log, journalWorkerUrl, staticDir });
    await opened.opened;
    return opened;
  };
  let app = await open();
  return {
    clock,
    simulator,
    get app() {
      return app;
    },
    publicUrl,
    errors,
    restart: async () => {
      await app.close();
      app = await open();
    },
    kill: async () => {
      const unsaved = await dieSuddenly(app, { dataDir, sealer, log });
      app = await open();
      return unsaved;
    },
    close: async () => {
      await app.close();
      await simulator.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
