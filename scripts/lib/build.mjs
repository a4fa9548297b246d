import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, runTool, say, since } from "./run.mjs";

const shared = ["packages/engine", "packages/contract"];
const apps = {
  simulator: ["apps/simulator"],
  server: ["apps/server", ...shared],
  web: ["apps/web", ...shared],
};

const listFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (["node_modules", "dist", ".cache"].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });

const hashSources = (folders) => {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const path of folders.flatMap((folder) => listFiles(join(root, folder))).sort()) {
    hash.update(path.slice(root.length)).update("\0").update(readFileSync(path));
  }
  return hash.digest("hex");
};

const buildApp = async (name, sources) => {
  const folder = join(root, "apps", name);
  const stamp = join(folder, "dist", ".source-hash");
  const wanted = hashSources(sources);
  if (existsSync(stamp) && statSync(stamp).isFile() && readFileSync(stamp, "utf8") === wanted) return true;
  const from = Date.now();
  const { code, output } = await runTool("vite", ["build", "--logLevel", "warn"], {
    cwd: folder,
    quiet: true,
  });
  if (code !== 0) {
    say(output);
    say(`The ${name} could not be built; the lines above say why.`);
    return false;
  }
  mkdirSync(join(folder, "dist"), { recursive: true });
  writeFileSync(stamp, wanted);
  say(`Built the ${name} in ${since(from)}.`);
  return true;
};

/** Builds whatever changed since its last build; resolves with false when one fails. */
export const ensureBuilt = async () => {
  const results = await Promise.all(Object.entries(apps).map(([name, sources]) => buildApp(name, sources)));
  return results.every(Boolean);
};
