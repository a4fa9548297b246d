import type { AccountTransaction } from "#db/transaction.ts";
import { listNamesLike } from "./plans.store.ts";

/** The name itself or, where a plan has it, the first of "Dentists 2", "Dentists 3" … that is free. */
export const pickPlanName = async (tx: AccountTransaction, name: string): Promise<string> => {
  // A name has 120 characters at the most.
  const base = name.slice(0, 110);
  const taken = new Set(await listNamesLike(tx, base));
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${base} ${count}`)) count += 1;
  return `${base} ${count}`;
};
