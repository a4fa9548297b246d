import type { FigureNoun, NounFigures } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { toDayStart } from "./day-start.ts";

const nouns: Record<FigureNoun, { table: string; column: string; zone: string }> = {
  campaign: { table: "campaigns", column: "campaign_id", zone: "noun.time_zone" },
  publisher: { table: "publishers", column: "publisher_id", zone: "account.time_zone" },
  buyer: { table: "buyers", column: "buyer_id", zone: "account.time_zone" },
  target: { table: "targets", column: "target_id", zone: "account.time_zone" },
  number: { table: "numbers", column: "number_id", zone: "account.time_zone" },
};

type LastCall = NounFigures["lastCall"];

export type FigureRow = {
  id: string;
  time_zone: string;
  hour_from: Date;
  day_from: Date;
  month_from: Date;
  live: number;
  hour: number;
  day: number;
  month: number;
  ended: number;
  connected: number;
  converted: number;
  converted_ended: number;
  revenue_micros: string;
  payout_micros: string;
  last_id: string;
  last_arrived_at: Date;
  last_status: LastCall["status"];
  last_outcome: LastCall["outcome"];
  last_converted: boolean;
};

/**
 * $1 account, $2 now, $3 ids or null. Each noun's month is counted from the index by noun and arrival alone, and only
 * today's calls and the last one are looked at themselves: the cost grows with this month's calls and not with those
 * before.
 */
const toStatement = (by: FigureNoun): string => {
  const { table, column, zone } = nouns[by];
  const today = "($2::timestamptz at time zone time_zone)";
  const its = `from calls where account_id = $1 and ${column} = noun.id`;
  return `
with zoned as (
  select noun.id, ${zone} as time_zone from ${table} noun join accounts account on account.account_id = noun.account_id
  where noun.account_id = $1 and ($3::text[] is null or noun.id::text = any ($3))
), noun as (
  select *, date_trunc('hour', $2::timestamptz, time_zone) as hour_from,
    ${toDayStart(`${today}::date`, "time_zone")} as day_from,
    ${toDayStart(`date_trunc('month', ${today})::date`, "time_zone")} as month_from
  from zoned
), going_on as (
  select ${column} as id, count(*)::int as live from calls where account_id = $1 and status <> 'ended' group by 1
)
select noun.*, coalesce(live, 0) as live, month, today.*, last.*
from noun left join going_on on going_on.id = noun.id
cross join lateral (
  select id as last_id, arrived_at as last_arrived_at, status as last_status, outcome as last_outcome,
    converted as last_converted
  ${its} order by arrived_at desc limit 1
) last
cross join lateral (
  select count(*)::int as month ${its} and arrived_at >= month_from and arrived_at < $2
) so_far
cross join lateral (
  select count(*)::int as day, count(*) filter (where arrived_at >= hour_from)::int as hour,
    count(*) filter (where status = 'ended')::int as ended,
    count(*) filter (where outcome = 'connected')::int as connected,
    count(*) filter (where converted)::int as converted,
    count(*) filter (where converted and status = 'ended')::int as converted_ended,
    coalesce(sum(revenue_micros), 0)::text as revenue_micros,
    coalesce(sum(payout_micros), 0)::text as payout_micros
  ${its} and arrived_at >= day_from and arrived_at < $2
) today
order by month desc`;
};

export const selectFigures = async (
  tx: AccountTransaction,
  { by, ids, now }: { by: FigureNoun; ids: string[] | null; now: number },
): Promise<FigureRow[]> => {
  const { rows } = await tx.query<FigureRow>(toStatement(by), [tx.accountId, new Date(now), ids]);
  return rows;
};
