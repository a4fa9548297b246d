import path from "node:path";
import process from "node:process";
import { type App, startApp } from "./app.ts";
import { systemClock } from "./clock.ts";
import { createLog } from "./create-log.ts";
import { EnvError, readEnv, type Env } from "./env.ts";
import { createSignInLink } from "#modules/accounts/sign-in-link.ts";

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
let app: App | undefined;
let isEnding = false;

const end = async (): Promise<void> => {
  if (isEnding) return;
  isEnding = true;
  await app?.close();
  process.exit(0);
};

process.once("SIGTERM", () => void end());
process.once("SIGINT", () => void end());
// Whoever started this process is gone without a word.
process.once("disconnect", () => void end());

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

const tellAddress = async ({ opened, pools }: App): Promise<void> => {
  const owner = await opened;
  say(`\nCallCenter Pro is open at ${env.publicUrl}`);
  if (owner === null) return;
  const token = await createSignInLink({ pools, ...owner });
  say(`Sign in once, within 15 minutes: ${env.publicUrl}/sign-in/link?token=${token}\n`);
};

try {
  app = await start();
  await tellAddress(app);
} catch (error) {
  if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
    fail(`Port ${env.port} is taken. End what uses it, or set PORT to another one.`);
  }
  log.fatal({ err: error }, "the server cannot start");
  process.exit(1);
}
