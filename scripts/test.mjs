// Everything that proves the product, from a fresh clone; the last line counts.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { runChecks } from "./lib/checks.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { root, runTool, say, since } from "./lib/run.mjs";
import { ensureChromium, ensurePgBouncer } from "./lib/system-tools.mjs";

// Two lanes side by side: most of a real process's time is waiting. What needs the machine for itself is not here but
// in the bench.
const lanes = [
  [
    { name: "unit", projects: ["engine", "contract", "simulator", "web", "scripts"] },
    { name: "integration", projects: ["server", "settings"] },
    { name: "browser: screens", projects: ["e2e"], without: "**/first-call.test.ts" },
  ],
  [
    { name: "simulation", projects: ["simulation"] },
    { name: "browser: first call", projects: ["e2e"], only: "test/e2e/first-call.test.ts" },
  ],
];
const totals = { passed: 0, failed: 0 };
const results = join(root, ".cache", "test-results");
const started = Date.now();

const toArguments = ({ projects, only, without }, file) => [
  "run",
  ...(only === undefined ? [] : [only]),
  ...projects.flatMap((project) => ["--project", project]),
  ...(without === undefined ? [] : ["--exclude", without]),
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${file}`,
];

const runPhase = async (phase, env) => {
  const from = Date.now();
  say(`.. ${phase.name} begins`);
  const file = join(results, `${phase.name.replaceAll(/\W+/g, "-")}.json`);
  rmSync(file, { force: true });
  const { code, output } = await runTool("vitest", toArguments(phase, file), { env, quiet: true });
  const counted = readCounts(file);
  totals.passed += counted.passed;
  totals.failed += counted.failed + (code !== 0 && counted.failed === 0 ? 1 : 0);
  say(`\n== ${phase.name}\n${output.trimEnd()}`);
  say(`== ${phase.name}: ${counted.passed} passed, ${counted.failed} failed, in ${since(from)}`);
};

const runLane = async (phases, env) => {
  for (const phase of phases) await runPhase(phase, env);
};

const readCounts = (file) => {
  try {
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(file, "utf8"));
    return { passed, failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
};

await ensureInstalled();
mkdirSync(results, { recursive: true });
const chromium = await ensureChromium();
await ensurePgBouncer();

say("\n== check");
const checked = await runChecks();
totals.passed += checked.passed;
totals.failed += checked.failed;

if (await ensureBuilt()) {
  const env = chromium ? { CHROMIUM_PATH: chromium } : {};
  await Promise.all(lanes.map((phases) => runLane(phases, env)));
} else {
  totals.failed += 1;
}

say(`\nAll in ${since(started)}.`);
say(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
