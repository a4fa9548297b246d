import { chown, open, type FileHandle } from "node:fs/promises";

/** PostgreSQL refuses to run as root, so root hands it to `nobody`. */
export type ServerUser = { kind: "self" } | { kind: "nobody"; uid: number; gid: number };

const nobody = 65534;

export const findServerUser = (): ServerUser =>
  process.getuid?.() === 0 ? { kind: "nobody", uid: nobody, gid: nobody } : { kind: "self" };

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
 * The data folder often lies below a home that `nobody` may not enter (such as /root). An open descriptor
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
