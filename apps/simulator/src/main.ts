import { randomBytes } from "node:crypto";
import process from "node:process";
import { createSimulator } from "./create-simulator.ts";

if (process.env["NODE_ENV"] === "production") {
  process.stderr.write("The simulated carrier does not start with NODE_ENV=production.\n");
  process.exit(1);
}

const port = Number(process.env["SIMULATOR_PORT"] ?? 5010);
/** Each run has calls of its own: a server that remembers the last run must not take them for the same. */
const seed = process.env["SIMULATOR_SEED"] ?? randomBytes(8).toString("hex");

const simulator = createSimulator({ port, seed });

const stop = (): void => {
  void simulator.close().finally(() => process.exit(0));
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
// Whoever started this process is gone without a word.
process.once("disconnect", stop);

try {
  const { url } = await simulator.listen();
  process.stdout.write(`simulator ready at ${url}\n`);
} catch (error) {
  const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
  process.stderr.write(
    isTaken
      ? `Port ${port} is taken. End what uses it, or set SIMULATOR_PORT to another one.\n`
      : `The simulator cannot start: ${String(error)}\n`,
  );
  process.exit(1);
}
