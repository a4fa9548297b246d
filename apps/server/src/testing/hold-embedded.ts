// A process of its own that starts the embedded PostgreSQL of the folder it is given, says so and waits to be killed.
import { startEmbedded } from "#db/embedded/start-embedded.ts";

const [, , dataDir] = process.argv;
if (dataDir === undefined) throw new Error("Give the data folder.");
const embedded = await startEmbedded({ dataDir });
process.stdout.write(`${embedded.url}\n`);
setInterval(() => undefined, 60_000);
