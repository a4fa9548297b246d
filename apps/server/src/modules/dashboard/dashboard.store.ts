import { and, count, desc, eq, gte, lt, ne, type SQL, sql, sum } from "drizzle-orm";
import { calls } from "#db/schema/calls.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { buyers } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import type { Windows } from "./windows.ts";

const counted = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`;

const money = (column: typeof calls.revenueMicros | typeof calls.payoutMicros) =>
  sql<string>`coalesce(${sum(column)}, 0)::text`;

const connected = eq(calls.outcome, "connected");

const figures = {
  calls: sql<number>`${count()}::int`,
  ended: counted(eq(calls.status, "ended")),
  connected: counted(connected),
  notConnected: counted(eq(calls.outcome, "not-connected")),
  abandoned: counted(eq(calls.outcome, "abandoned")),
  refused: counted(eq(calls.outcome, "refused")),
  converted: counted(sql`${calls.converted}`),
  repeats: counted(sql`${calls.isDuplicate}`),
  convertedEnded: counted(sql`${calls.converted} and ${calls.status} = 'ended'`),
  connectedSeconds: sql<number>`coalesce(sum(${calls.connectedSeconds}) filter (where ${connected}), 0)::float8`,
  revenueMicros: money(calls.revenueMicros),
  payoutMicros: money(calls.payoutMicros),
};

/** One hour's calls; an hour in which yesterday's time of day was reached comes in two parts. */
export const selectHours = (
  tx: AccountTransaction,
  { now, todayFrom, yesterdayFrom, yesterdayUntil }: Windows,
  filter: SQL | undefined,
) => {
  const isToday = sql<boolean>`${calls.arrivedAt} >= ${todayFrom.toISOString()}::timestamptz`;
  const isCounted = sql<boolean>`(${isToday} or ${calls.arrivedAt} < ${yesterdayUntil.toISOString()}::timestamptz)`;
  const from = sql`case when ${isToday} then ${todayFrom.toISOString()}::timestamptz else ${yesterdayFrom.toISOString()}::timestamptz end`;
  const place = sql<number>`floor(extract(epoch from ${calls.arrivedAt} - ${from}) / 3600)::int`;
  return tx.db
    .select({ isToday, isCounted, place, ...figures })
    .from(calls)
    .where(and(filter, gte(calls.arrivedAt, yesterdayFrom), lt(calls.arrivedAt, now)))
    .groupBy(sql`1, 2, 3`);
};

export type HourRow = Awaited<ReturnType<typeof selectHours>>[number];

const topMax = 5;

const ofToday = ({ now, todayFrom }: Windows, filter: SQL | undefined) =>
  and(filter, gte(calls.arrivedAt, todayFrom), lt(calls.arrivedAt, now));

const topColumns = {
  calls: figures.calls,
  connected: figures.connected,
  converted: figures.converted,
  revenueMicros: figures.revenueMicros,
  payoutMicros: figures.payoutMicros,
};

export const selectTopCampaigns = (tx: AccountTransaction, windows: Windows, filter: SQL | undefined) =>
  tx.db
    .select({ noun: { id: campaigns.id, name: campaigns.name }, ...topColumns })
    .from(calls)
    .innerJoin(campaigns, and(eq(campaigns.accountId, calls.accountId), eq(campaigns.id, calls.campaignId)))
    .where(ofToday(windows, filter))
    .groupBy(campaigns.id, campaigns.name)
    .orderBy(desc(sum(calls.revenueMicros)), desc(count()), campaigns.name)
    .limit(topMax);

export const selectTopBuyers = (tx: AccountTransaction, windows: Windows, filter: SQL | undefined) =>
  tx.db
    .select({ noun: { id: buyers.id, name: buyers.name }, ...topColumns })
    .from(calls)
    .innerJoin(buyers, and(eq(buyers.accountId, calls.accountId), eq(buyers.id, calls.buyerId)))
    .where(ofToday(windows, filter))
    .groupBy(buyers.id, buyers.name)
    .orderBy(desc(sum(calls.revenueMicros)), desc(count()), buyers.name)
    .limit(topMax);

export const countLive = async (tx: AccountTransaction, filter: SQL | undefined): Promise<number> => {
  const [row] = await tx.db
    .select({ value: count() })
    .from(calls)
    .where(and(filter, ne(calls.status, "ended")));
  return row?.value ?? 0;
};
