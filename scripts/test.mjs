// Everything that proves the product, from a fresh clone; the last line counts.
import { mkdirSync } from "node:fs";
import { ensureBuilt } from "./lib/build.mjs";
import { runChecks } from "./lib/checks.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { say, since } from "./lib/run.mjs";
import { ensureChromium, ensurePgBouncer } from "./lib/system-tools.mjs";
import { resultsFolder, runPhase, sumPassed } from "./lib/test-phase.mjs";

// The longest first, side by side: most of a real process's time is waiting. What needs the machine for itself is not
// here but in the bench.
const phases = [
  { name: "integration", projects: ["server", "server-without-walls", "settings"] },
  { name: "browser: screens", projects: ["e2e"], without: "**/first-call.test.ts" },
  { name: "simulation", projects: ["simulation"] },
  { name: "unit", projects: ["engine", "contract", "simulator", "web", "scripts"] },
  { name: "browser: first call", projects: ["e2e"], only: ["test/e2e/first-call.test.ts"] },
];
const PHASES_AT_ONCE = 2;

/** More than this does not fail by an unlucky moment of the machine. */
const SECOND_RUN_FILES_MAX = 3;
const SECOND_RUN_TESTS_MAX = 12;

const started = Date.now();
let passed = [];
let failures = [];
const failedOnce = [];

const note = (phase, { passed: counts, failures: found }) => {
  passed.push(...counts);
  failures.push(...found.map((failure) => ({ ...failure, phase })));
};

/** Whoever has ended a phase takes the next one, so that nobody is idle while the other has several to go. */
const runPhases = async (env) => {
  const waiting = [...phases];
  const runNext = async () => {
    for (let phase = waiting.shift(); phase !== undefined; phase = waiting.shift()) {
      note(phase, await runPhase(phase, env));
    }
  };
  await Promise.all(Array.from({ length: PHASES_AT_ONCE }, runNext));
};

/**
 * Few failed files get one more run with the machine to themselves: tests of real processes, browsers and time-outs
 * share it with the phase beside it. What passes then is still named at the end; what fails again has failed.
 */
const runAgain = async (env) => {
  const files = new Set(failures.map(({ file }) => file));
  if (files.size > SECOND_RUN_FILES_MAX || failures.length > SECOND_RUN_TESTS_MAX || files.has(null)) return;
  for (const file of files) {
    const { phase } = failures.find((failure) => failure.file === file);
    const again = await runPhase({ name: `once more ${file}`, projects: phase.projects, only: [file] }, env);
    if (again.failures.length > 0) continue;
    passed = [...passed.filter((each) => each.file !== file), ...again.passed];
    failedOnce.push(...failures.filter((failure) => failure.file === file));
    failures = failures.filter((failure) => failure.file !== file);
  }
};

await ensureInstalled();
mkdirSync(resultsFolder, { recursive: true });
const chromium = await ensureChromium();
await ensurePgBouncer();

say("\n== check");
const checked = await runChecks();
note(
  { name: "check" },
  {
    passed: [{ file: null, count: checked.passed }],
    failures: checked.failures.map((text) => ({ file: null, text })),
  },
);

if (await ensureBuilt()) {
  // The same calls in every run, and in a second one; `npm run prove` draws others.
  const seed = process.env.CCP_SEED ?? "1";
  const env = { CCP_SEED: seed, ...(chromium && { CHROMIUM_PATH: chromium }) };
  await runPhases(env);
  await runAgain(env);
} else {
  failures.push({ phase: { name: "build" }, file: null, text: "see its output above" });
}

// Last, where they are found without reading it all.
for (const { phase, text } of failedOnce) say(`\nFAILED ONCE, passed alone: ${phase.name}: ${text}`);
for (const { phase, text } of failures) say(`\nFAILED ${phase.name}: ${text}`);
say(`\nAll in ${since(started)}.`);
say(`${sumPassed(passed)} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
