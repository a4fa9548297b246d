import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run, say, since } from "./run.mjs";

const stamp = join(root, "node_modules", ".ccp-lock-hash");

const requireNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`CallCenter Pro needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
};

/** Installs the locked dependencies unless exactly these are installed; the stamp is written last, so a half-finished install is repeated. */
export const ensureInstalled = async () => {
  requireNode();
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const from = Date.now();
  say("Installing dependencies …");
  const { code, output } = await run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], {
    quiet: true,
    mortal: true,
  });
  if (code !== 0) {
    say(output);
    say("The dependencies could not be installed; the lines above say why. Nothing was started.");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
  say(`Installed in ${since(from)}.`);
};
