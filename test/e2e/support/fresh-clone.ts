import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export const repository = path.join(import.meta.dirname, "../../..");

/** What a clone of this tree would have, changes that are not committed yet included, and nothing else. */
const listSources = async (): Promise<string[]> => {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { stdout } = await run("git", args, { cwd: repository, maxBuffer: 2 ** 26 });
  return stdout.split("\0").filter((name) => name !== "" && existsSync(path.join(repository, name)));
};

/** A folder as somebody has it who just cloned the repository: nothing installed, built or kept. */
export const makeFreshClone = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), "ccp-clone-"));
  for (const name of await listSources()) {
    await cp(path.join(repository, name), path.join(folder, name));
  }
  return folder;
};

export const removeClone = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
