import type { AccountTransaction } from "#db/transaction.ts";
import { invalidField } from "#http/app-error.ts";
import { toDayStart } from "#modules/figures/day-start.ts";

/** A day of the account's clock, and when it begins. */
type Day = { paidOn: string; startsAt: Date };

const statement = `
with clock as (select ($2::timestamptz at time zone $3)::date as today)
select coalesce($1::date, today)::text as "paidOn", today::text as today,
  ${toDayStart("coalesce($1::date, today)", "$3::text")} as "startsAt"
from clock`;

/** The day of a payment by the account's clock, today where none is given; days to come are refused. */
export const toDay = async (
  tx: AccountTransaction,
  day: string | undefined,
  { timeZone, now }: { timeZone: string; now: number },
): Promise<Day> => {
  const values = [day ?? null, new Date(now), timeZone];
  const { rows } = await tx.query<Day & { today: string }>(statement, values);
  const [found] = rows;
  if (found === undefined) throw new Error("The day gave no row.");
  const { today, ...wanted } = found;
  if (wanted.paidOn > today) {
    throw invalidField("body.paidOn", `Give a day that has begun; today is ${today}.`);
  }
  return wanted;
};
