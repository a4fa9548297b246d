import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded/start-embedded.ts";
import { migrate } from "#db/migrate.ts";
import { buildJournalWorkerIfStale } from "./build-journal-worker.ts";
import { provideServerUrl } from "./server-url.ts";
import { runOnServer, templateName, toDatabaseUrl } from "./template.ts";

// Nothing here outlives the run, so nothing has to reach the disk.
const settings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "400",
  shared_buffers: "64MB",
};

/** One PostgreSQL for the whole run, with a migrated template from which each test file gets its own database. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  await buildJournalWorkerIfStale();
  const dataDir = await mkdtemp(path.join(tmpdir(), "ccp-test-"));
  const embedded = await startEmbedded({ dataDir, settings });
  const tearDown = async (): Promise<void> => {
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await runOnServer(embedded.url, `create database ${templateName}`);
    await migrate(toDatabaseUrl(embedded.url, templateName));
  } catch (error) {
    await tearDown();
    throw error;
  }
  provideServerUrl(project, embedded.url);
  return tearDown;
};
