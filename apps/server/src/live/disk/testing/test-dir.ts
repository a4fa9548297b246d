import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Log } from "#live/disk/log.ts";

export const testKeys = [{ id: "test", secret: "a key for tests only" }];

/** A folder that goes when the test is over. */
export const createTestDir = (): string => {
  const dir = mkdtempSync(join(tmpdir(), "ccp-disk-"));
  onTestFinished(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  return dir;
};

/** Keeps what was logged. */
export const createTestLog = (): Log & { lines: string[] } => {
  const lines: string[] = [];
  const note = (_fields: object, message: string): void => {
    lines.push(message);
  };
  return { lines, warn: note, error: note };
};
