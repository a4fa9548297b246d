// Ratios against yardsticks, measured in the same run. `npm run bench -- voice start` runs some of them.
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { runTool } from "./lib/run.mjs";

await ensureInstalled();
if (!(await ensureBuilt())) process.exit(1);
const { code } = await runTool("tsx", ["bench/run.ts", ...process.argv.slice(2)]);
process.exit(code);
