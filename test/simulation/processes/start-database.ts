import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "@ccp/server/db/embedded/start-embedded.ts";
import type { TestContext } from "vitest";
import { createRelay } from "./relay.ts";

/** A PostgreSQL that is not the product's own, at an address that stays while it is stopped and started. */
export type Database = {
  url: string;
  /** Where its processes can be found. */
  dataDir: string;
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** Started, for one test. */
export const startDatabase = async (context: TestContext): Promise<Database> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "ccp-database-"));
  const relay = await createRelay(context);
  const run = async (): Promise<Awaited<ReturnType<typeof startEmbedded>>> => {
    const embedded = await startEmbedded({ dataDir });
    relay.leadTo(Number(new URL(embedded.url).port));
    return embedded;
  };
  let running: Awaited<ReturnType<typeof startEmbedded>> | undefined = await run();
  const url = new URL(running.url);
  url.port = String(relay.port);
  const stop = async (): Promise<void> => {
    relay.leadTo(null);
    await running?.stop();
    running = undefined;
  };
  context.onTestFinished(async () => {
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    url: url.toString(),
    dataDir,
    start: async () => {
      running = await run();
    },
    stop,
  };
};
