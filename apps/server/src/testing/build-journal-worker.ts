import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const serverFolder = path.join(import.meta.dirname, "../..");
const repository = path.join(serverFolder, "../..");
const sourceFolders = ["apps/server/src", "packages/engine/src", "packages/contract/src"];

const changedAtMs = (file: string): Promise<number> =>
  stat(file).then(
    (stats) => stats.mtimeMs,
    () => 0,
  );

const newestSourceMs = async (): Promise<number> => {
  const files = await Promise.all(
    sourceFolders.map(async (folder) => {
      const names = await readdir(path.join(repository, folder), { recursive: true });
      return names
        .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
        .map((name) => path.join(repository, folder, name));
    }),
  );
  const times = await Promise.all(
    [...files.flat(), path.join(serverFolder, "vite.config.ts")].map(changedAtMs),
  );
  return Math.max(...times);
};

/** Bundles the journal's worker as the build does, unless the bundle is newer than all sources. */
export const buildJournalWorkerIfStale = async (): Promise<void> => {
  const bundle = path.join(serverFolder, "dist/journal-worker.js");
  if ((await changedAtMs(bundle)) > (await newestSourceMs())) return;
  // Built aside and moved, because another test run may be reading the old one.
  const staging = path.join(serverFolder, `dist/staging-${randomBytes(4).toString("hex")}`);
  await run("npx", ["vite", "build", "--ssr", "src/live/journal/journal-worker.ts", "--outDir", staging], {
    cwd: serverFolder,
  });
  await rename(path.join(staging, "journal-worker.js"), bundle);
  await rm(staging, { recursive: true, force: true });
};
