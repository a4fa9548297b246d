import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const runTool = (name: string, args: string[]): { isClean: boolean; output: string } => {
  try {
    return {
      isClean: true,
      output: execFileSync(join(root, "node_modules", ".bin", name), args, { cwd: root, encoding: "utf8" }),
    };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { isClean: false, output: stdout + stderr };
  }
};

const withPlanted = <T>(path: string, code: string, look: () => T): T => {
  const file = join(root, path);
  writeFileSync(file, code, { flag: "wx" });
  try {
    return look();
  } finally {
    rmSync(file);
  }
};

const planted: [wall: string, path: string, code: string, complaint: RegExp][] = [
  [
    "the engine has no clock",
    "packages/engine/src/planted.ts",
    "export const at = Date.now();\n",
    /no clock/,
  ],
  [
    "the engine has no randomness",
    "packages/engine/src/planted.ts",
    "export const n = Math.random();\n",
    /no randomness/,
  ],
  [
    "the engine is synchronous",
    "packages/engine/src/planted.ts",
    "export const p = Promise.resolve(1);\n",
    /synchronous/,
  ],
  [
    "the engine imports zod and itself",
    "packages/engine/src/planted.ts",
    'import pg from "pg";\nexport const x = pg;\n',
    /The engine imports/,
  ],
  [
    "the live path knows no database",
    "apps/server/src/live/planted.ts",
    'import { createPools } from "#db/client.ts";\nexport const x = createPools;\n',
    /no database/,
  ],
  [
    "the live path stands before Express",
    "apps/server/src/live/planted.ts",
    'import express from "express";\nexport const x = express;\n',
    /before Express|without PostgreSQL and Express/,
  ],
  [
    "only carriers/ imports a carrier's SDK",
    "apps/server/src/modules/planted.ts",
    'import twilio from "twilio";\nexport const x = twilio;\n',
    /Only carriers/,
  ],
  [
    "only env.ts reads the environment",
    "apps/server/src/modules/planted.ts",
    'export const x = process.env["HOME"];\n',
    /Only env\.ts/,
  ],
  [
    "a module's store is private to it",
    "apps/server/src/http/planted.ts",
    'import * as store from "#modules/campaigns/campaigns.store.ts";\nexport const x = store;\n',
    /private to it/,
  ],
  [
    "nobody climbs",
    "apps/server/src/modules/planted.ts",
    'import { systemClock } from "../clock.ts";\nexport const x = systemClock;\n',
    /to cross a folder/,
  ],
  [
    "the simulator knows nothing of the product",
    "apps/simulator/src/planted.ts",
    'import { toMicros } from "@ccp/engine";\nexport const x = toMicros;\n',
    /knows nothing of the product/,
  ],
  [
    "a feature never imports another",
    "apps/web/src/features/planted.ts",
    'import { x } from "#features/calls/call-log-page.tsx";\nexport const y = x;\n',
    /never imports another/,
  ],
  [
    "no file is over 400 lines",
    "apps/server/src/modules/planted.ts",
    "export {};\n".repeat(401),
    /max-lines/,
  ],
];

test.each(planted)("lint sees a breach of: %s", (_wall, path, code, complaint) => {
  const { isClean, output } = withPlanted(path, code, () => runTool("oxlint", [path]));
  expect(isClean).toBe(false);
  expect(output).toMatch(complaint);
});

test.each([
  ["the network", "export const x = fetch;\n"],
  ["timers", "export const x = setTimeout;\n"],
  ["Node", 'export { readFileSync } from "node:fs";\n'],
  ["the page", "export const x = document;\n"],
])("the compiler keeps the engine from %s", (_name, code) => {
  const { isClean } = withPlanted("packages/engine/src/planted-types.ts", code, () =>
    runTool("tsc", ["-p", "packages/engine/tsconfig.json"]),
  );
  expect(isClean).toBe(false);
});
