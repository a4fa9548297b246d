import path from "node:path";
import process from "node:process";
import { type App, startApp } from "./app.ts";
import { systemClock } from "./clock.ts";
import { createLog } from "./create-log.ts";
import { EnvError, readEnv, type Env } from "./env.ts";
import { createEnding } from "#app/ending.ts";
import { explainStartFailure } from "#app/explain-start-failure.ts";
import { tellAddress } from "#app/tell-address.ts";

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const fail = (text: string): never => {
  process.stderr.write(`${text}\n`);
  process.exit(1);
};

const getEnv = (): Env => {
  try {
    return readEnv();
  } catch (error) {
    if (error instanceof EnvError) return fail(error.message);
    throw error;
  }
};

const env = getEnv();
const log = createLog(env.logLevel);
const stopping = new AbortController();
let app: App | undefined;

const ending = createEnding({
  close: async () => {
    stopping.abort();
    await app?.close();
  },
  exit: (code) => process.exit(code),
  log,
});

process.once("SIGTERM", () => void ending.end());
process.once("SIGINT", () => void ending.end());
// Whoever started this process is gone without a word.
process.once("disconnect", () => void ending.end());
process.on("uncaughtException", (error) => void ending.fail(error, "an error that nobody caught"));
process.on("unhandledRejection", (error) => void ending.fail(error, "a rejection that nobody caught"));

// The bundle lies in apps/server/dist, beside the journal's worker.
const here = import.meta.dirname;

const start = (): Promise<App> => {
  if (env.carrier === "simulator") process.send?.({ kind: "start-simulator" });
  return startApp({
    env,
    clock: systemClock,
    log,
    journalWorkerUrl: new URL("./journal-worker.js", import.meta.url),
    staticDir: path.join(here, "../../web/dist"),
  });
};

const endWhenFailed = ({ failed }: App): void => {
  const end = (): void => void ending.fail(failed.reason, "the server ends, to be started anew");
  if (failed.aborted) end();
  else failed.addEventListener("abort", end, { once: true });
};

try {
  app = await start();
  endWhenFailed(app);
  const { publicUrl } = env;
  await tellAddress(app, { publicUrl, clock: systemClock, log, signal: stopping.signal, say });
} catch (error) {
  const reason = explainStartFailure(error, env);
  if (reason !== undefined) fail(reason);
  log.fatal({ err: error }, "the server cannot start");
  process.exit(1);
}
