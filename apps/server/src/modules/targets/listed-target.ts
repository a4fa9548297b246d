import type { ListedTarget } from "@ccp/contract";
import type { Hours } from "@ccp/engine";
import { and, eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import { buyers, targets } from "#db/schema/parties.ts";
import { describeDestinationBar } from "#modules/numbers/find-destination-bar.ts";
import { toRevenue } from "./revenue-columns.ts";

/** What a list of a plan's or a group's targets selects of each; with it go `itsBuyer` and `itsAccount`. */
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
  conversion: targets.conversion,
  revenueByLength: targets.revenueByLength,
  oncePerCaller: targets.oncePerCaller,
  destinationKind: targets.destinationKind,
  destination: targets.destination,
  dialCountries: accounts.dialCountries,
  highRiskPrefixes: accounts.highRiskPrefixes,
  hours: targets.hours,
  timeZone: targets.timeZone,
};

export const itsBuyer = and(eq(buyers.accountId, targets.accountId), eq(buyers.id, targets.buyerId));

export const itsAccount = eq(accounts.accountId, targets.accountId);

type OfAccount = "dialCountries" | "highRiskPrefixes";

type Row = Pick<
  typeof targets.$inferSelect,
  Exclude<keyof typeof listedTargetColumns, "buyerName" | "buyerStatus" | OfAccount>
> &
  Pick<typeof accounts.$inferSelect, OfAccount> & {
    buyerName: string;
    buyerStatus: typeof buyers.$inferSelect.status;
  };

export const toListedTarget = (row: Row): ListedTarget => ({
  id: row.id,
  name: row.name,
  status: row.status,
  buyer: { id: row.buyerId, name: row.buyerName, status: row.buyerStatus },
  concurrencyMax: row.concurrencyMax,
  ringTimeoutSeconds: row.ringTimeoutSeconds,
  revenue: toRevenue(row),
  barred: describeDestinationBar({ kind: row.destinationKind, address: row.destination }, row),
  hours: row.hours as Hours | null,
  timeZone: row.timeZone,
});
