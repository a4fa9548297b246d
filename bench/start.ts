import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { atMost } from "./lib/figures.ts";
import { judge, say } from "./lib/report.ts";
import { freePort } from "./lib/server.ts";

const root = path.join(import.meta.dirname, "..");

/** Seconds from the command to the first request that is answered as ready; everything is built already. */
const timeStart = async (dataDir: string): Promise<number> => {
  const [port, simulatorPort] = [await freePort(), await freePort()];
  const from = performance.now();
  const child: ChildProcess = spawn("npm", ["start", "--silent"], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      SIMULATOR_PORT: String(simulatorPort),
      DATA_DIR: dataDir,
      LOG_LEVEL: "error",
    },
    stdio: "ignore",
    detached: true,
  });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const seconds = (performance.now() - from) / 1000;
  await new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
  });
  return seconds;
};

/** `npm start` on an empty data folder and again. */
export const benchStart = async (): Promise<void> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "ccp-bench-start-"));
  try {
    const first = await timeStart(dataDir);
    const second = await timeStart(dataDir);
    say(`  first start ${first.toFixed(2)} s, second ${second.toFixed(2)} s`);
    judge(atMost("npm start to the first answered request on an empty disk, s", first, 8));
    judge(atMost("npm start to the first answered request, again, s", second, 3));
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
};
