import { chown, open, stat, type FileHandle } from "node:fs/promises";
import path from "node:path";

/** PostgreSQL refuses to run as root, so root hands it to another user. */
export type ServerUser = { kind: "self" } | { kind: "other"; uid: number; gid: number };

const nobody = { uid: 65534, gid: 65534 };

/** Who runs the cluster in `dataFolder`: whoever starts it, and for root the user who made it, else `nobody`. */
export const findServerUser = async (dataFolder: string): Promise<ServerUser> => {
  if (process.getuid?.() !== 0) return { kind: "self" };
  const { uid, gid } = await stat(path.join(dataFolder, "PG_VERSION")).catch(() => nobody);
  return { kind: "other", ...(uid === 0 ? nobody : { uid, gid }) };
};

export const giveTo = async (user: ServerUser, ...paths: string[]): Promise<void> => {
  if (user.kind === "self") return;
  await Promise.all(paths.map((each) => chown(each, user.uid, user.gid)));
};

/** How to start a program as the user, with one of its folders in reach. */
export type Launch = {
  /** The folder as the program must call it. */
  folder: string;
  spawnOptions: { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv };
  /** Goes fourth into `stdio`. */
  folderFd: number | "ignore";
  close(): Promise<void>;
};

const baseOptions = { cwd: "/", env: { LC_ALL: "C", PATH: "/usr/local/bin:/usr/bin:/bin" } };

/**
 * The data folder often lies below a home that the other user may not enter (such as /root). An open descriptor
 * of the folder itself is enough on Linux: the path through /proc leads straight to it.
 */
export const prepareLaunch = async (user: ServerUser, folder: string): Promise<Launch> => {
  if (user.kind === "self") {
    return { folder, spawnOptions: baseOptions, folderFd: "ignore", close: async () => {} };
  }
  const spawnOptions = { ...baseOptions, uid: user.uid, gid: user.gid };
  if (process.platform !== "linux") {
    return { folder, spawnOptions, folderFd: "ignore", close: async () => {} };
  }
  const handle: FileHandle = await open(folder, "r");
  return {
    folder: "/proc/self/fd/3",
    spawnOptions,
    folderFd: handle.fd,
    close: () => handle.close(),
  };
};
