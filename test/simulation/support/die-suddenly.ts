import { cpSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import type { App } from "@ccp/server/app.ts";
import { openCheckpoints } from "@ccp/server/live/checkpoint/open-checkpoints.ts";
import type { Sealer } from "@ccp/server/sealing.ts";
import type { Logger } from "pino";

type Folder = { dataDir: string; sealer: Sealer; log: Logger };

/** The place in the journal up to which the folder's checkpoint goes. */
const readCheckpointed = async ({ dataDir, sealer, log }: Folder): Promise<number> => {
  const { found } = await openCheckpoints({ dir: path.join(dataDir, "checkpoint"), sealer, log });
  return found?.sequence ?? 0;
};

/**
 * Ends the product so that its data folder is left as a killed process leaves it: as it lay on the disk at this moment,
 * without the checkpoint and the booking of an orderly end. Resolves with how many records only the journal has.
 */
export const dieSuddenly = async (app: App, folder: Folder): Promise<number> => {
  const { live } = app.livePlane;
  // What is under way would be answered by the dying process after the moment that the copy shows.
  while (live.size().inFlight > 0) await turn();
  const { dataDir } = folder;
  const remains = `${dataDir}-remains`;
  cpSync(dataDir, remains, { recursive: true });
  // From the same moment on nothing is taken any more.
  const known = live.appliedThrough();
  await live.close();
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
  await rename(remains, dataDir);
  return known - (await readCheckpointed(folder));
};
