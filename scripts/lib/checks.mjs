import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { root, run, runTool, say, since } from "./run.mjs";

const projects = [
  "packages/engine",
  "packages/contract",
  "apps/server",
  "apps/simulator",
  "apps/web",
  "test/simulation",
  "test/settings",
  "test/e2e",
  "bench",
];

const listTracked = async (pattern) => {
  const { output } = await run("git", ["ls-files", "--cached", "--others", "--exclude-standard", pattern], {
    quiet: true,
  });
  return output.split("\n").filter((path) => path && existsSync(join(root, path)));
};

/** A path in a Markdown link or in backticks that names a file or folder of ours must exist. */
const findDeadPaths = async () => {
  const faults = [];
  const folders = new Set(readdirSync(root));
  for (const file of await listTracked("*.md")) {
    const text = readFileSync(join(root, file), "utf8").replaceAll(/```[\s\S]*?```/g, "");
    for (const [, linked] of text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)) {
      if (!existsSync(resolve(root, dirname(file), linked))) faults.push(`${file}: link to ${linked}`);
    }
    for (const [, quoted] of text.matchAll(/`([\w.@-]+\/[\w./@-]*)`/g)) {
      const isOurs = folders.has(quoted.split("/")[0]);
      if (isOurs && !existsSync(join(root, quoted)) && !/^(data|dist|node_modules)\//.test(quoted)) {
        faults.push(`${file}: ${quoted}`);
      }
    }
  }
  return { code: faults.length === 0 ? 0 : 1, output: `These paths do not exist:\n${faults.join("\n")}` };
};

const checkTypes = async () => {
  const results = [];
  for (const project of projects) {
    results.push(await runTool("tsc", ["-p", `${project}/tsconfig.json`], { quiet: true }));
  }
  return { code: Math.max(...results.map((r) => r.code)), output: results.map((r) => r.output).join("") };
};

/** Generating migrations from the schema must find nothing to do. */
const checkMigrations = async () => {
  const folder = join(root, "apps/server");
  const before = readdirSync(join(folder, "migrations")).length;
  const result = await runTool("drizzle-kit", ["generate"], { quiet: true, cwd: folder });
  if (result.code !== 0) return result;
  const isSame = readdirSync(join(folder, "migrations")).length === before;
  return isSame
    ? { code: 0, output: "" }
    : {
        code: 1,
        output: "The schema has changes without a migration; one was generated just now: read and commit it.",
      };
};

const checks = [
  { name: "format", runCheck: () => runTool("oxfmt", ["--check", "."], { quiet: true }) },
  { name: "lint", runCheck: () => runTool("oxlint", ["--deny-warnings"], { quiet: true }) },
  { name: "types", runCheck: checkTypes },
  { name: "dead code", runCheck: () => runTool("knip", ["--no-progress"], { quiet: true }) },
  { name: "migrations", runCheck: checkMigrations },
  {
    name: "API document",
    runCheck: () => runTool("tsx", ["scripts/openapi.ts", "--check"], { quiet: true }),
  },
  { name: "document paths", runCheck: findDeadPaths },
];

/** Runs every static check, says how each went, and resolves with how many passed, and with what failed. */
export const runChecks = async () => {
  const checked = { passed: 0, failures: [] };
  for (const { name, runCheck } of checks) {
    const from = Date.now();
    const { code, output } = await runCheck();
    say(`${code === 0 ? "ok    " : "FAILED"} ${name} (${since(from)})`);
    if (code === 0) {
      checked.passed += 1;
    } else {
      say(output);
      checked.failures.push(`${name}\n${output.trim()}`);
    }
  }
  return checked;
};
