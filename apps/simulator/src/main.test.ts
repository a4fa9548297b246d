import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const start = (env: Record<string, string>) =>
  spawn(process.execPath, ["--import", "tsx", fileURLToPath(new URL("main.ts", import.meta.url))], {
    env: { ...process.env, SIMULATOR_PORT: "0", ...env },
  });

test("the process says where it is when it is ready, and ends on SIGTERM", async () => {
  const child = start({ NODE_ENV: "test" });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  expect(line.toString()).toMatch(/^simulator ready at http:\/\/127\.0\.0\.1:\d+\n$/);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("it does not start in production", async () => {
  const child = start({ NODE_ENV: "production" });
  const [reason] = (await once(child.stderr, "data")) as [Buffer];
  expect(reason.toString()).toMatch(/does not start/);
  expect(await once(child, "exit")).toEqual([1, null]);
});
