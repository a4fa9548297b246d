import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "@ccp/server/db/embedded/start-embedded.ts";
import type { TestContext } from "vitest";

/** A PostgreSQL of its own, for one test, that is not the product's. */
export const startDatabase = async ({ onTestFinished }: TestContext) => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "ccp-database-"));
  const { url, stop } = await startEmbedded({ dataDir });
  onTestFinished(async () => {
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return { url, dataDir };
};
