import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { expect, test } from "vitest";
import { systemClock } from "#clock.ts";
import { openJournal } from "./open-journal.ts";
import { toSampleEvents } from "./testing/sample-events.ts";
import { createTestDir, createTestLog, testKeys } from "#live/disk/testing/test-dir.ts";
import { workerUrl } from "./testing/test-journal.ts";

const kills = Number(process.env["CCP_KILLS"] ?? 20);
const timeoutMs = Number(process.env["CCP_TEST_TIMEOUT_MS"] ?? 120_000);

const bundleAppender = async (): Promise<string> => {
  const outDir = createTestDir();
  const ssr = fileURLToPath(new URL("./testing/append-until-killed.ts", import.meta.url));
  await build({
    root: join(import.meta.dirname, "../../.."),
    configFile: false,
    logLevel: "silent",
    ssr: { noExternal: [/^@ccp\//] },
    build: { ssr, outDir, target: "node20", rolldownOptions: { output: { entryFileNames: "appender.mjs" } } },
  });
  return join(outDir, "appender.mjs");
};

/** Runs the appender until it has acknowledged `count` more, kills it, and adds all it acknowledged to `acknowledged`. */
const killAfter = async (command: string[], count: number, acknowledged: Map<number, number>) => {
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "close");
  let text = "";
  let lines = 0;
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    lines += chunk.split("\n").length - 1;
    if (lines >= count) child.kill("SIGKILL");
  });
  const [, signal] = (await exited) as [number | null, string | null];
  expect(signal).toBe("SIGKILL");
  for (const line of text.slice(0, text.lastIndexOf("\n")).split("\n")) {
    const [sequence = 0, sample = 0] = line.split(" ").map(Number);
    expect(acknowledged.has(sequence)).toBe(false);
    acknowledged.set(sequence, sample);
  }
};

test(
  "a process killed under load loses nothing it acknowledged and gives no sequence twice",
  async () => {
    const appender = await bundleAppender();
    const dir = createTestDir();
    const acknowledged = new Map<number, number>();
    for (let kill = 0; kill < kills; kill += 1) {
      const command = [appender, dir, workerUrl.href, String(kill * 1_000_000)];
      await killAfter(command, 1 + ((kill * 397) % 2000), acknowledged);
    }

    const options = { dir, keys: testKeys, workerUrl, clock: systemClock, log: createTestLog() };
    const journal = await openJournal(options);
    let next = 1;
    let found = 0;
    for await (const { sequence, events } of journal.readAfter(0)) {
      if (sequence !== next) expect(sequence).toBe(next);
      next += 1;
      const sample = acknowledged.get(sequence);
      if (sample === undefined) continue;
      if (JSON.stringify(events) !== JSON.stringify(toSampleEvents(sample)))
        expect(events).toEqual(toSampleEvents(sample));
      found += 1;
    }
    await journal.close();
    process.stdout.write(
      `killed ${kills} times: ${found} of ${acknowledged.size} acknowledged records found\n`,
    );
    expect(found).toBe(acknowledged.size);
  },
  timeoutMs,
);
