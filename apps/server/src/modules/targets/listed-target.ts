import type { ListedTarget } from "@ccp/contract";
import type { Hours } from "@ccp/engine";
import { and, eq } from "drizzle-orm";
import { buyers, targets } from "#db/schema/parties.ts";
import { toRevenue } from "./revenue-columns.ts";

/** What a list of a plan's or a group's targets selects of each; with it goes `itsBuyer`. */
export const listedTargetColumns = {
  id: targets.id,
  name: targets.name,
  status: targets.status,
  buyerId: buyers.id,
  buyerName: buyers.name,
  buyerStatus: buyers.status,
  concurrencyMax: targets.concurrencyMax,
  ringTimeoutSeconds: targets.ringTimeoutSeconds,
  revenueMicros: targets.revenueMicros,
  revenueAfterSeconds: targets.revenueAfterSeconds,
  revenueByLength: targets.revenueByLength,
  hours: targets.hours,
  timeZone: targets.timeZone,
};

export const itsBuyer = and(eq(buyers.accountId, targets.accountId), eq(buyers.id, targets.buyerId));

type Row = Pick<
  typeof targets.$inferSelect,
  Exclude<keyof typeof listedTargetColumns, "buyerName" | "buyerStatus">
> & { buyerName: string; buyerStatus: typeof buyers.$inferSelect.status };

export const toListedTarget = (row: Row): ListedTarget => ({
  id: row.id,
  name: row.name,
  status: row.status,
  buyer: { id: row.buyerId, name: row.buyerName, status: row.buyerStatus },
  concurrencyMax: row.concurrencyMax,
  ringTimeoutSeconds: row.ringTimeoutSeconds,
  revenue: toRevenue(row),
  hours: row.hours as Hours | null,
  timeZone: row.timeZone,
});
