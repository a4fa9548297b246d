import { existsSync } from "node:fs";
import { run, say } from "./run.mjs";

const known = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const find = () => known.find((path) => path && existsSync(path));

/** Path of a Chromium: the system's, else Debian's package when we may install it, else undefined after saying what to do. */
export const ensureChromium = async () => {
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await installPackage("chromium");
    const installed = find();
    if (installed) return installed;
  }
  say(
    "The browser tests need Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH to a Chrome or Chromium.",
  );
  return undefined;
};

const installPackage = async (name) => {
  say(`Installing ${name} from the system's packages …`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { quiet: true, env });
  const { code, output } = await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], {
    quiet: true,
    env,
  });
  if (code !== 0) say(output.split("\n").slice(-5).join("\n"));
};

/** True when PgBouncer is there or could be installed; the pooler test says so when it is not. */
export const ensurePgBouncer = async () => {
  const paths = [
    "/usr/sbin/pgbouncer",
    "/usr/bin/pgbouncer",
    "/usr/local/bin/pgbouncer",
    "/opt/homebrew/bin/pgbouncer",
  ];
  if (paths.some((path) => existsSync(path))) return true;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) await installPackage("pgbouncer");
  return paths.some((path) => existsSync(path));
};
