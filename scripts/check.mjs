import { runChecks } from "./lib/checks.mjs";
import { ensureInstalled } from "./lib/install.mjs";

await ensureInstalled();
const { failures } = await runChecks();
process.exit(failures.length === 0 ? 0 : 1);
