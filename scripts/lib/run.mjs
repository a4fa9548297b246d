// Runs commands for the scripts; uses Node alone, because it works before anything is installed.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The environment less what a surrounding npm run leaves in it, which would change how npm and Vite behave. */
export const cleanEnv = (more = {}) => {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.toLowerCase().startsWith("npm_") && name !== "NODE_ENV",
  );
  return { ...Object.fromEntries(kept), ...more };
};

const endings = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Resolves with `{ code, output }`; output is empty when the command writes straight to the terminal.
 * `mortal` is for a command that works on after Ctrl-C: it is killed instead of left behind.
 */
export const run = (command, args, { quiet = false, mortal = false, env = {}, cwd = root } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: cleanEnv(env),
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
      shell: process.platform === "win32",
    });
    const kill = () => {
      child.kill("SIGKILL");
      process.exit(130);
    };
    if (mortal) for (const signal of endings) process.on(signal, kill);
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: 127, output: String(error) }));
    child.on("close", (code) => {
      for (const signal of endings) process.off(signal, kill);
      resolve({ code: code ?? 1, output });
    });
  });

/** A tool of node_modules, by its name. */
export const runTool = (name, args, options) => {
  const suffix = process.platform === "win32" ? ".cmd" : "";
  return run(join(root, "node_modules", ".bin", name + suffix), args, options);
};

export const say = (text) => process.stdout.write(`${text}\n`);

/** Seconds since `from` (epoch ms), as text. */
export const since = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;
