import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { disownPostmasterFile, findParent, findPostmaster } from "./postmaster-file.ts";

const ownerFile = (dataDir: string): string => path.join(dataDir, "postgres-owner");

/** Notes who runs the cluster, so that a later start can tell a living owner from an orphan. */
export const claimCluster = (dataDir: string): Promise<void> =>
  writeFile(ownerFile(dataDir), `${process.pid}\n`);

export const releaseCluster = (dataDir: string): Promise<void> => rm(ownerFile(dataDir), { force: true });

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
};

const waitGone = async (dataFolder: string, patienceMs: number): Promise<boolean> => {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 20) {
    if ((await findPostmaster(dataFolder)) === undefined) return true;
    await delay(20);
  }
  return false;
};

/**
 * Ends the PostgreSQL that a crashed run left behind, cleanly where it lets itself be stopped.
 * Throws when the one who started it is still alive: two servers must not share a cluster.
 */
export const stopOrphan = async (dataDir: string, dataFolder: string): Promise<void> => {
  const pid = await findPostmaster(dataFolder);
  if (pid !== undefined) {
    const owner = Number(await readFile(ownerFile(dataDir), "utf8").catch(() => ""));
    if (owner > 0 && (await findParent(pid)) === owner) {
      throw new Error(`The database in ${dataDir} is in use by process ${owner}. Stop that one first.`);
    }
    for (const [name, patienceMs] of [
      ["SIGINT", 15_000],
      ["SIGQUIT", 5_000],
      ["SIGKILL", 5_000],
    ] as const) {
      signal(pid, name);
      // One that was frozen must run again to notice.
      signal(pid, "SIGCONT");
      if (await waitGone(dataFolder, patienceMs)) break;
    }
  }
  await disownPostmasterFile(dataFolder);
};
