import { and, desc, eq, inArray } from "drizzle-orm";
import { calls } from "#db/schema/calls.ts";
import { targets } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";

/** How many calls each target takes at once; null for as many as come. */
export const selectLimits = async (
  tx: AccountTransaction,
  targetIds: string[],
): Promise<Map<string, number | null>> => {
  const rows = await tx.db
    .select({ id: targets.id, concurrencyMax: targets.concurrencyMax })
    .from(targets)
    .where(and(eq(targets.accountId, tx.accountId), inArray(targets.id, targetIds)));
  return new Map(rows.map(({ id, concurrencyMax }) => [id, concurrencyMax]));
};

export const findLastArrival = async (tx: AccountTransaction): Promise<Date | undefined> => {
  const [row] = await tx.db
    .select({ arrivedAt: calls.arrivedAt })
    .from(calls)
    .where(eq(calls.accountId, tx.accountId))
    .orderBy(desc(calls.arrivedAt))
    .limit(1);
  return row?.arrivedAt;
};
