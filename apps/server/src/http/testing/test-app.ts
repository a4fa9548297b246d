import { Readable } from "node:stream";
import type { Express } from "express";
import { pino } from "pino";
import { systemClock } from "#clock.ts";
import type { Capacity } from "#live/capacity/capacity.ts";
import { createMemoryCapacity } from "#live/capacity/memory.ts";
import { withAccount } from "#db/transaction.ts";
import { bookEvents } from "#live/drain/book-events.ts";
import { previewDecision } from "#live/preview.ts";
import { compileBook } from "#modules/books/compile-book.ts";
import { createHttpApp } from "#http/create-http-app.ts";
import type { HttpDeps } from "#http/deps.ts";
import { createDryRuns } from "#modules/dry-runs/dry-runs.ts";
import { createSetUpGate } from "#modules/set-up/set-up-gate.ts";
import { createSealer } from "#sealing.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { type FakeSimulator, startFakeSimulator } from "./fake-simulator.ts";

export type TestApp = {
  app: Express;
  deps: HttpDeps;
  database: TestDatabase;
  simulator: FakeSimulator;
  close(): Promise<void>;
};

/** The sound that every recording has here. */
export const recordingBytes = Buffer.from("RIFF fake sound of a recording");

const carrierClient: HttpDeps["findCarrierClient"] = () => ({
  findCall: () => Promise.resolve(undefined),
  listChildCalls: () => Promise.resolve([]),
  listRecordings: () => Promise.resolve([]),
  endCall: () => Promise.resolve(),
  fetchRecording: () =>
    Promise.resolve({
      contentType: "audio/x-wav",
      sizeBytes: recordingBytes.length,
      body: Readable.from([recordingBytes]),
    }),
});

/** The HTTP side over a database of its own and a stand-in for the simulated carrier. */
export const createTestApp = async (
  changes: Partial<HttpDeps> & { capacity?: Capacity } = {},
): Promise<TestApp> => {
  const database = await createTestDatabase();
  const simulator = await startFakeSimulator();
  const { capacity = createMemoryCapacity(systemClock) } = changes;
  const log = pino({ level: "silent" });
  const sealer = createSealer([{ id: "test", secret: "a secret that only tests know" }]);
  const deps: HttpDeps = {
    clock: systemClock,
    log,
    pools: database.pools,
    sealer,
    publicUrl: "http://127.0.0.1:5000",
    sessionSecrets: ["another secret that only tests know"],
    isReady: () => true,
    subscribe: () => () => undefined,
    simulatorUrl: simulator.url,
    capacity,
    followLedger: () => Promise.resolve(),
    findCarrierClient: carrierClient,
    preview: (accountId, ask) =>
      withAccount(database.pools.app, accountId, async (tx) => {
        const compiled = await compileBook(tx, { sealer, log, snapshot: { find: () => undefined } });
        return compiled && previewDecision({ capacity }, compiled.entry, ask(compiled.entry));
      }),
    dryRuns: createDryRuns(log),
    record: async (events) => {
      const accountId = events[0]?.accountId ?? "";
      await withAccount(database.pools.drain, accountId, (tx) => bookEvents(tx, events));
    },
    setUpGate: createSetUpGate({ isOpen: false }),
    onSetUp: () => Promise.resolve(),
    staticDir: null,
    ...changes,
  };
  return {
    app: createHttpApp(deps),
    deps,
    database,
    simulator,
    close: async () => {
      await deps.dryRuns.close();
      await simulator.close();
      await database.drop();
    },
  };
};
