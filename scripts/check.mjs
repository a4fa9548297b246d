import { checks } from "./lib/checks.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { say, since } from "./lib/run.mjs";

await ensureInstalled();
let failed = 0;
for (const [name, runCheck] of checks) {
  const from = Date.now();
  const { code, output } = await runCheck();
  say(`${code === 0 ? "ok    " : "FAILED"} ${name} (${since(from)})`);
  if (code === 0) continue;
  failed += 1;
  say(output);
}
process.exit(failed === 0 ? 0 : 1);
