import { readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { root, runTool, say, since } from "./run.mjs";

/** Where each phase leaves its report. */
export const resultsFolder = join(root, ".cache", "test-results");

const toArguments = ({ projects, only, without }, file) => [
  "run",
  ...(only ?? []),
  ...projects.flatMap((project) => ["--project", project]),
  ...(without === undefined ? [] : ["--exclude", without]),
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${file}`,
];

const toFailures = ({ name, message, assertionResults }) => {
  const file = relative(root, name);
  const failed = assertionResults.filter(({ status }) => status === "failed");
  if (failed.length === 0) return [{ file, text: `${file}\n${message}` }];
  return failed.map(({ fullName, failureMessages }) => ({
    file,
    text: `${file}: ${fullName}\n${failureMessages.join("\n")}`,
  }));
};

const toPassed = ({ name, assertionResults }) => ({
  file: relative(root, name),
  count: assertionResults.filter(({ status }) => status === "passed").length,
});

/** A run may fail outside of every test: by an error that nobody awaited, or without a report. */
const readReport = (file, code) => {
  const outside = code === 0 ? [] : [{ file: null, text: `ended with ${code} outside of its tests` }];
  try {
    const { testResults } = JSON.parse(readFileSync(file, "utf8"));
    const passed = testResults.map(toPassed);
    const failures = testResults.filter(({ status }) => status === "failed").flatMap(toFailures);
    return { passed, failures: failures.length > 0 ? failures : outside };
  } catch (error) {
    return { passed: [], failures: [{ file: null, text: `no report: ${error.message}` }] };
  }
};

export const sumPassed = (passed) => passed.reduce((sum, { count }) => sum + count, 0);

/**
 * Runs the tests of a phase, `{ name, projects, only?: files, without?: glob }`. Resolves with `passed`,
 * `{ file, count }` per file, and `failures`, `{ file, text }`, `file` null where the run failed outside of every test.
 */
export const runPhase = async (phase, env) => {
  const from = Date.now();
  say(`.. ${phase.name} begins`);
  const file = join(resultsFolder, `${phase.name.replaceAll(/\W+/g, "-")}.json`);
  rmSync(file, { force: true });
  const { code, output } = await runTool("vitest", toArguments(phase, file), { env, quiet: true });
  const report = readReport(file, code);
  say(`\n== ${phase.name}\n${output.trimEnd()}`);
  say(
    `== ${phase.name}: ${sumPassed(report.passed)} passed, ${report.failures.length} failed, in ${since(from)}`,
  );
  return report;
};
