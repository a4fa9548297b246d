import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { giveTo, prepareLaunch, type ServerUser } from "./server-user.ts";

/** The cluster's all-powerful user; it only makes the ordinary one and is not used afterwards. */
export const superuser = "ccp_superuser";

const major = "17";
const stagingPrefix = "postgres.new-";

export type Cluster = { dataFolder: string; password: string };

const readIfThere = (file: string): Promise<string | undefined> =>
  readFile(file, "utf8").then(
    (text) => text.trim(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    },
  );

const runInitdb = async (binaries: string, user: ServerUser, staging: string): Promise<void> => {
  const launch = await prepareLaunch(user, staging);
  const options = [
    "-D",
    `${launch.folder}/data`,
    `--username=${superuser}`,
    `--pwfile=${launch.folder}/password`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
    "--no-instructions",
  ];
  const child = spawn(path.join(binaries, "bin/initdb"), options, {
    ...launch.spawnOptions,
    stdio: ["ignore", "ignore", "pipe", launch.folderFd],
  });
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  }).finally(() => launch.close());
  if (code !== 0) throw new Error(`PostgreSQL's initdb failed (${code ?? "killed"}): ${complaint.trim()}`);
};

const removeUnfinished = async (dataDir: string): Promise<void> => {
  const names = await readdir(dataDir);
  await Promise.all(
    names
      .filter((name) => name.startsWith(stagingPrefix))
      .map((name) => rm(path.join(dataDir, name), { recursive: true, force: true })),
  );
};

const createCluster = async (binaries: string, user: ServerUser, dataDir: string): Promise<Cluster> => {
  const password = randomBytes(24).toString("base64url");
  const staging = await mkdtemp(path.join(dataDir, stagingPrefix));
  const passwordFile = path.join(staging, "password");
  await mkdir(path.join(staging, "data"), { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await giveTo(user, staging, path.join(staging, "data"), passwordFile);
  await runInitdb(binaries, user, staging);
  // The password is in place before the folder is, so a crash between the two only leaves a folder to make anew.
  const kept = path.join(dataDir, "postgres-password");
  await writeFile(kept, `${password}\n`, { mode: 0o600 });
  await chmod(kept, 0o600);
  await rename(path.join(staging, "data"), path.join(dataDir, "postgres"));
  await rm(staging, { recursive: true, force: true });
  return { dataFolder: path.join(dataDir, "postgres"), password };
};

/** The cluster under `dataDir/postgres`, made on the first start; what a half-finished start left is removed. */
export const prepareCluster = async (
  binaries: string,
  user: ServerUser,
  dataDir: string,
): Promise<Cluster> => {
  await removeUnfinished(dataDir);
  const dataFolder = path.join(dataDir, "postgres");
  const version = await readIfThere(path.join(dataFolder, "PG_VERSION"));
  if (version === undefined) {
    await rm(dataFolder, { recursive: true, force: true });
    return createCluster(binaries, user, dataDir);
  }
  if (version !== major) {
    throw new Error(`${dataFolder} was made by PostgreSQL ${version}, but ${major} is built in.`);
  }
  const password = await readIfThere(path.join(dataDir, "postgres-password"));
  if (password === undefined) {
    throw new Error(
      `${dataDir}/postgres-password is missing. Restore it, or remove ${dataFolder} to begin with an empty database.`,
    );
  }
  return { dataFolder, password };
};
