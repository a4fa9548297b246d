import type { CapUsage } from "@ccp/contract";

/** Whether a cap has nothing left. */
export const isUsedUp = (usage: Pick<CapUsage, "used"> & ({ limit: number } | { micros: string })): boolean =>
  "micros" in usage ? BigInt(usage.used) >= BigInt(usage.micros) : Number(usage.used) >= usage.limit;
