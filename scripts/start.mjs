// One command from a fresh clone to an open product: installs, builds, starts the simulated carrier and the server,
// and ends every process it started.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { cleanEnv, root, say } from "./lib/run.mjs";

await ensureInstalled();
if (!(await ensureBuilt())) process.exit(1);

const envFile = join(root, ".env");
const nodeArgs = existsSync(envFile) ? [`--env-file=${envFile}`] : [];
const children = new Map();
let ending = false;

const end = (code) => {
  if (!ending) {
    ending = true;
    process.exitCode = code;
    for (const child of children.values()) child.kill("SIGTERM");
  }
  if (children.size === 0) process.exit();
};

const launch = (name, entry) => {
  const child = spawn(process.execPath, [...nodeArgs, join(root, entry)], {
    cwd: root,
    // A group of its own: Ctrl-C reaches this script alone, which then ends the children in order.
    detached: process.platform !== "win32",
    env: { ...cleanEnv(), NODE_ENV: process.env.NODE_ENV ?? "" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  children.set(name, child);
  child.on("exit", (code, signal) => {
    children.delete(name);
    if (!ending) say(`The ${name} ended (${signal ?? `code ${code}`}).`);
    end(code ?? 1);
  });
  return child;
};

process.on("SIGINT", () => end(0));
process.on("SIGTERM", () => end(0));
process.on("SIGHUP", () => end(0));

const server = launch("server", "apps/server/dist/main.js");
// The server reads the settings; it asks for the simulator when the carrier is the simulated one.
server.on("message", (message) => {
  if (message?.kind === "start-simulator" && !ending) launch("simulator", "apps/simulator/dist/main.js");
});
