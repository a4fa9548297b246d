import { cpus, totalmem } from "node:os";
import { closeReport, say } from "./lib/report.ts";
import { benchCapacity } from "./capacity.ts";
import { benchDecision } from "./decision.ts";
import { benchFilter } from "./filter.ts";
import { benchIngest } from "./ingest.ts";
import { benchStart } from "./start.ts";
import { benchVoice } from "./voice.ts";

const suites: Record<string, () => Promise<void>> = {
  voice: benchVoice,
  ingest: benchIngest,
  decision: benchDecision,
  capacity: benchCapacity,
  filter: benchFilter,
  start: benchStart,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in suites));
if (unknown.length > 0) {
  say(`No such suite: ${unknown.join(", ")}. There are: ${Object.keys(suites).join(", ")}.`);
  process.exit(1);
}
if (process.platform !== "linux") {
  say("The bench reads CPU times from /proc and needs Linux.");
  process.exit(1);
}

say(
  `${cpus().length} cores, ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
for (const [name, bench] of Object.entries(suites)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  say(`\n== ${name}`);
  await bench();
}
process.exit(closeReport() ? 0 : 1);
