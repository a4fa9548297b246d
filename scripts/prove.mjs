// The same proofs as `npm test`, at full figures. Each suite's result is kept under .cache/prove with its seed, figures
// and machine; a suite that passed on this commit is not run again unless `--again` is given.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { root, run, runTool, say, since } from "./lib/run.mjs";
import { ensureChromium, ensurePgBouncer } from "./lib/system-tools.mjs";

const suites = {
  calls: { project: "simulation", file: "test/simulation/calls.test.ts", figures: { CCP_CALLS: "200000" } },
  month: {
    project: "simulation",
    file: "test/simulation/month.test.ts",
    figures: { CCP_CALLS: "100000", CCP_DAYS: "31" },
  },
  kills: { project: "simulation", file: "test/simulation/kills.test.ts", figures: { CCP_KILLS: "200" } },
  frozen: {
    project: "simulation",
    file: "test/simulation/frozen.test.ts",
    figures: { CCP_FREEZE_SECONDS: "20" },
  },
  settings: { project: "settings", file: "test/settings/settings.test.ts", figures: { CCP_TWICE_EACH: "1" } },
  "journal-kills": {
    project: "server",
    file: "apps/server/src/live/journal/kill.test.ts",
    figures: { CCP_KILLS: "200" },
  },
  "power-loss": {
    project: "server",
    file: "apps/server/src/live/journal/power-loss.test.ts",
    figures: { CCP_HISTORIES: "100000" },
  },
};
const folder = join(root, ".cache", "prove");
const again = process.argv.includes("--again");
const chosen = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const unknown = chosen.filter((name) => !(name in suites));
if (unknown.length > 0) {
  say(`No such suite: ${unknown.join(", ")}. There are: ${Object.keys(suites).join(", ")}.`);
  process.exit(1);
}

await ensureInstalled();
mkdirSync(folder, { recursive: true });
await ensureChromium();
await ensurePgBouncer();
if (!(await ensureBuilt())) process.exit(1);

const commit = (await run("git", ["rev-parse", "HEAD"], { quiet: true })).output.trim();
const machine = {
  node: process.version,
  system: `${process.platform} ${release()}`,
  cores: cpus().length,
  cpu: cpus()[0]?.model ?? "unknown",
  memoryGiB: Math.round(totalmem() / 2 ** 30),
};
const totals = { passed: 0, failed: 0 };

for (const [name, { project, file, figures }] of Object.entries(suites)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const record = join(folder, `${name}.json`);
  if (!again && existsSync(record) && JSON.parse(readFileSync(record, "utf8")).commit === commit) {
    say(`${name}: already proven on this commit; see ${record.slice(root.length)}`);
    totals.passed += 1;
    continue;
  }
  const seed = process.env.CCP_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
  const from = Date.now();
  say(`\n== ${name} (seed ${seed}, ${JSON.stringify(figures)})`);
  const { code } = await runTool("vitest", ["run", "--project", project, file], {
    env: { ...figures, CCP_SEED: seed, CCP_TEST_TIMEOUT_MS: "86400000" },
  });
  totals[code === 0 ? "passed" : "failed"] += 1;
  say(`== ${name}: ${code === 0 ? "proven" : "FAILED"} in ${since(from)}`);
  const result = {
    commit,
    seed,
    figures,
    machine,
    seconds: (Date.now() - from) / 1000,
    at: new Date().toISOString(),
  };
  if (code === 0) writeFileSync(record, `${JSON.stringify(result, null, 2)}\n`);
}
say(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
