import { readdirSync, readFileSync } from "node:fs";

/** The parent of a process; undefined when it has ended, buried or not. */
const findParent = (pid: number): number | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command's name may hold spaces and brackets; the fields begin after its last bracket.
    const [state, parent] = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? undefined : Number(parent);
  } catch {
    return undefined;
  }
};

export const isAlive = (pid: number): boolean => findParent(pid) !== undefined;

/** The process with all that it and its children started. */
export const listFamily = (pid: number): readonly number[] => {
  const parents = new Map<number, number | undefined>();
  for (const name of readdirSync("/proc")) {
    if (/^\d+$/.test(name)) parents.set(Number(name), findParent(Number(name)));
  }
  const family = new Set([pid]);
  for (const member of family) {
    for (const [child, parent] of parents) if (parent === member) family.add(child);
  }
  return [...family];
};
