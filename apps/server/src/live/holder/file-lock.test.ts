import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createTestDir } from "#live/disk/testing/test-dir.ts";
import { findFileLock } from "./file-lock.ts";

const startHolder = async (path: string) => {
  const entry = fileURLToPath(new URL("./testing/hold-until-killed.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", entry, path], {
    cwd: import.meta.dirname,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  return { child, said: said.toString() };
};

test("one process has the lock; when it is killed the next gets it at once", async () => {
  const path = join(createTestDir(), "holder.lock");
  const first = await startHolder(path);
  expect(first.said).toBe("held\n");
  expect(findFileLock(path, "us")).toBeUndefined();
  const second = await startHolder(path);
  expect(second.said).toBe("refused\n");

  first.child.kill("SIGKILL");
  await once(first.child, "close");
  const ours = findFileLock(path, "us");
  expect(ours).toBeDefined();
  expect(findFileLock(path, "us again")).toBeUndefined();
  ours?.release();
  expect(findFileLock(path, "us again")).toBeDefined();
  second.child.kill("SIGKILL");
  await once(second.child, "close");
});
