import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";

await ensureInstalled();
process.exit((await ensureBuilt()) ? 0 : 1);
