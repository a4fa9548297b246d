import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { createTestDir, createTestLog } from "#live/disk/testing/test-dir.ts";
import { explainStartFailure } from "./explain-start-failure.ts";
import { closeServer, listen } from "./http-server.ts";

const catchError = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing failed.");
};

test("a port that is taken, or not this user's to open, is named with its setting", async () => {
  const held = await listen(0, () => undefined, createTestLog());
  const port = (held.address() as { port: number }).port;
  const taken = await catchError(() => listen(port, () => undefined, createTestLog()));
  expect(explainStartFailure(taken, { port, dataDir: "/data" })).toContain(`Port ${port} is taken`);
  await closeServer(held);
  const refused = Object.assign(new Error("listen EACCES"), { code: "EACCES", syscall: "listen" });
  expect(explainStartFailure(refused, { port: 80, dataDir: "/data" })).toContain("PORT");
});

test("what the system refuses in the data folder is told as it is, and everything else is left alone", async () => {
  const dataDir = createTestDir();
  const file = path.join(dataDir, "file");
  writeFileSync(file, "");
  const error = await catchError(() => readFileSync(path.join(file, "below")));
  expect(explainStartFailure(error, { port: 1, dataDir })).toMatch(
    /^DATA_DIR cannot be used: ENOTDIR.*below/,
  );
  expect(explainStartFailure(error, { port: 1, dataDir: "/elsewhere" })).toBeUndefined();
  expect(explainStartFailure(new Error("a fault of ours"), { port: 1, dataDir })).toBeUndefined();
});
