// Makes the README's pictures: the browser tests look at these screens, and what they saw is kept.
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { root, runTool } from "./lib/run.mjs";
import { ensureChromium } from "./lib/system-tools.mjs";

const screens = ["dashboard", "campaign-routing", "call-next-target"];

await ensureInstalled();
const chromium = await ensureChromium();
if (!(await ensureBuilt())) process.exit(1);
const { code } = await runTool(
  "vitest",
  ["run", "--project", "e2e", "test/e2e/screens.test.ts", "--testNamePattern", `'(${screens.join("|")})'`],
  { env: chromium ? { CHROMIUM_PATH: chromium } : {} },
);
if (code !== 0) process.exit(code);
const folder = join(root, "docs", "pictures");
mkdirSync(folder, { recursive: true });
for (const screen of screens) {
  copyFileSync(join(root, "screenshots", `${screen}-1440-light.png`), join(folder, `${screen}.png`));
}
