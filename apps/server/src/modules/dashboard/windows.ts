import type { AccountTransaction } from "#db/transaction.ts";
import { toDayStart } from "#modules/figures/day-start.ts";

/** Today and yesterday by the account's clock, as moments. */
export type Windows = {
  timeZone: string;
  currency: string;
  now: Date;
  todayFrom: Date;
  yesterdayFrom: Date;
  /** Yesterday at this time of day. */
  yesterdayUntil: Date;
  /** Which hour of the clock each hour since midnight was. */
  todayHours: number[];
  yesterdayHours: number[];
};

type WindowRow = {
  time_zone: string;
  currency: string;
  today_from: Date;
  yesterday_from: Date;
  yesterday_until: Date;
  today_hours: number[];
  yesterday_hours: number[];
};

const toHours = (from: string, until: string): string => `array(
  select extract(hour from hour at time zone time_zone)::int
  from generate_series(${from}, ${until} - interval '1 microsecond', interval '1 hour') hour)`;

const selectWindows = `
with local as (
  select time_zone, currency, $2::timestamptz at time zone time_zone as at from accounts where account_id = $1
), day as (
  select *, ${toDayStart("at::date", "time_zone")} as today_from,
    ${toDayStart("at::date - 1", "time_zone")} as yesterday_from,
    (at - interval '1 day') at time zone time_zone as same_time
  from local
)
select time_zone, currency, today_from, yesterday_from, least(same_time, today_from) as yesterday_until,
  ${toHours("today_from", "$2::timestamptz")} as today_hours,
  ${toHours("yesterday_from", "today_from")} as yesterday_hours
from day`;

export const readWindows = async (tx: AccountTransaction, at: number): Promise<Windows> => {
  const now = new Date(at);
  const { rows } = await tx.query<WindowRow>(selectWindows, [tx.accountId, now]);
  const [row] = rows;
  if (row === undefined) throw new Error("There is no such account.");
  return {
    timeZone: row.time_zone,
    currency: row.currency,
    now,
    todayFrom: row.today_from,
    yesterdayFrom: row.yesterday_from,
    yesterdayUntil: row.yesterday_until,
    todayHours: row.today_hours,
    yesterdayHours: row.yesterday_hours,
  };
};
