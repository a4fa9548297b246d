import { readFile, readlink, realpath, writeFile } from "node:fs/promises";
import path from "node:path";
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

const readPid = async (dataFolder: string): Promise<number | undefined> => {
  const text = await readFile(path.join(dataFolder, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  return pid > 1 ? pid : undefined;
};

// A process id is used again after a restart of the machine or container, so the name of the file proves nothing.
const isPostmasterOf = async (pid: number, dataFolder: string): Promise<boolean> => {
  if (process.platform === "linux") {
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => "");
    return cwd === (await realpath(dataFolder));
  }
  const command = await run("ps", ["-o", "command=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return command.stdout.includes(dataFolder);
};

/** The living postmaster of the folder, if there is one; a stale file of a crashed run does not count. */
export const findPostmaster = async (dataFolder: string): Promise<number | undefined> => {
  const pid = await readPid(dataFolder);
  if (pid === undefined) return undefined;
  return (await isPostmasterOf(pid, dataFolder)) ? pid : undefined;
};

/** The process that started it: a living server, or whoever inherits orphans. */
export const findParent = async (pid: number): Promise<number | undefined> => {
  const { stdout } =
    process.platform === "linux"
      ? await readFile(`/proc/${pid}/stat`, "utf8").then(
          (text) => ({ stdout: text.slice(text.lastIndexOf(")") + 2).split(" ")[1] ?? "" }),
          () => ({ stdout: "" }),
        )
      : await run("ps", ["-o", "ppid=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  const parent = Number.parseInt(stdout, 10);
  return parent > 0 ? parent : undefined;
};

/** No process can have this number. */
const nobodysPid = 2_147_483_646;

/**
 * Lets PostgreSQL start although another program now has the number in the file of a crashed run. The rest of the
 * file stays: by it PostgreSQL still finds out whether a process of that run is using the data.
 */
export const disownPostmasterFile = async (dataFolder: string): Promise<void> => {
  const file = path.join(dataFolder, "postmaster.pid");
  const text = await readFile(file, "utf8").catch(() => "");
  if (text === "" || (await findPostmaster(dataFolder)) !== undefined) return;
  await writeFile(file, text.replace(/^\d+/, String(nobodysPid)));
};
