import { startEmbedded } from "#db/embedded/start-embedded.ts";
import type { Env } from "#env.ts";

/** Where PostgreSQL answers, and how to end it when it is ours. */
export type Database = { url: string; directUrl: string; stop(): Promise<void> };

/** The database of the settings, or the embedded one, started. */
export const openDatabase = async ({ dataDir, secrets }: Env): Promise<Database> => {
  if (secrets.database !== null) return { ...secrets.database, stop: () => Promise.resolve() };
  const { url, stop } = await startEmbedded({ dataDir });
  return { url, directUrl: url, stop };
};
