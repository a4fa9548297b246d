import { readdirSync, readFileSync } from "node:fs";

/** Of one thread, as the scheduler counts it: to the nanosecond, where `stat` counts in ticks of 10 ms. */
const readThreadCpuMs = (pid: number, thread: string): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]) / 1_000_000;
  } catch {
    return 0;
  }
};

/** CPU milliseconds that a process's living threads have used so far; 0 once it is gone. */
export const readCpuMs = (pid: number): number => {
  try {
    return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + readThreadCpuMs(pid, thread), 0);
  } catch {
    return 0;
  }
};

const findParent = (pid: number): number | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command's name may hold spaces and brackets; the fields begin after its last bracket.
    return Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
};

/** CPU milliseconds of a process's living descendants, such as PostgreSQL's sessions. */
export const readDescendantsCpuMs = (pid: number): number => {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const parent = /^\d+$/.test(name) ? findParent(Number(name)) : undefined;
    if (parent !== undefined) parents.set(Number(name), parent);
  }
  const isDescendant = (of: number): boolean => {
    for (let at = parents.get(of); at !== undefined && at > 1; at = parents.get(at)) {
      if (at === pid) return true;
    }
    return false;
  };
  return [...parents.keys()].filter(isDescendant).reduce((sum, each) => sum + readCpuMs(each), 0);
};
