import { readFileSync } from "node:fs";
import path from "node:path";
import { isAlive, listFamily } from "./process-table.ts";

/** The embedded PostgreSQL of a data folder, by what it wrote there itself. */
export const findPostgres = (dataDir: string): { pid: number; port: number } => {
  const [pid, , , port] = readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n");
  return { pid: Number(pid), port: Number(port) };
};

/** Stops all its processes where they are, without a word to anybody; the returned function lets them go on. */
export const freezePostgres = (dataDir: string): (() => void) => {
  const { pid: postmaster } = findPostgres(dataDir);
  // It first, so that no new one is started while the others are stopped.
  process.kill(postmaster, "SIGSTOP");
  const family = listFamily(postmaster);
  for (const pid of family) process.kill(pid, "SIGSTOP");
  return () => {
    for (const pid of family.filter(isAlive)) process.kill(pid, "SIGCONT");
  };
};
