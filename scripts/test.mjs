// Everything that proves the product, from a fresh clone; the last line counts.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { runChecks } from "./lib/checks.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { root, runTool, say, since } from "./lib/run.mjs";
import { ensureChromium, ensurePgBouncer } from "./lib/system-tools.mjs";

const phases = [
  ["unit", ["engine", "contract", "simulator", "web", "scripts"]],
  ["integration", ["server"]],
  ["simulation", ["simulation"]],
  ["browser", ["e2e"]],
];
const totals = { passed: 0, failed: 0 };
const results = join(root, ".cache", "test-results");
const started = Date.now();

const runPhase = async (name, projects, env) => {
  const from = Date.now();
  say(`\n== ${name}`);
  const file = join(results, `${name}.json`);
  const { code } = await runTool(
    "vitest",
    [
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ],
    { env },
  );
  const counted = readCounts(file);
  totals.passed += counted.passed;
  totals.failed += counted.failed + (code !== 0 && counted.failed === 0 ? 1 : 0);
  say(`== ${name}: ${counted.passed} passed, ${counted.failed} failed, in ${since(from)}`);
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
  for (const [name, projects] of phases) {
    await runPhase(name, projects, chromium ? { CHROMIUM_PATH: chromium } : {});
  }
} else {
  totals.failed += 1;
}

say(`\nAll in ${since(started)}.`);
say(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
