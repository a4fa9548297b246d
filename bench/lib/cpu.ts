import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100;

const readStat = (pid: number): { parent: number; cpuMs: number } | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command's name may hold spaces and brackets; the fields begin after its last bracket.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
    return { parent: Number(fields[1]), cpuMs: (ticks / ticksPerSecond) * 1000 };
  } catch {
    return undefined;
  }
};

/** CPU milliseconds that a process has used so far, all its threads and ended children counted. */
export const readCpuMs = (pid: number): number => readStat(pid)?.cpuMs ?? 0;

/** CPU milliseconds of a process's living descendants, such as PostgreSQL's sessions. */
export const readDescendantsCpuMs = (pid: number): number => {
  const stats = new Map<number, { parent: number; cpuMs: number }>();
  for (const name of readdirSync("/proc")) {
    const stat = /^\d+$/.test(name) ? readStat(Number(name)) : undefined;
    if (stat) stats.set(Number(name), stat);
  }
  const isDescendant = (of: number): boolean => {
    for (let at = stats.get(of)?.parent; at !== undefined && at > 1; at = stats.get(at)?.parent) {
      if (at === pid) return true;
    }
    return false;
  };
  let sum = 0;
  for (const [id, { cpuMs }] of stats) if (isDescendant(id)) sum += cpuMs;
  return sum;
};
