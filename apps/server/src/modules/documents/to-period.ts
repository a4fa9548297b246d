import type { PreviewDocument } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { invalidField } from "#http/app-error.ts";
import { toDayStart } from "#modules/figures/day-start.ts";

const daysMax = 366;

export type Period = { periodStart: Date; periodUntil: Date };

const statement = `select ${toDayStart("$1::date", "$3::text")} as "periodStart",
  ${toDayStart("$2::date + 1", "$3::text")} as "periodUntil",
  ($4::timestamptz at time zone $3)::date::text as today, $2::date - $1::date + 1 as days`;

/** When the days of a period begin and end by the account's clock; days to come are refused. */
export const toPeriod = async (
  tx: AccountTransaction,
  { periodFrom, periodThrough }: PreviewDocument,
  { timeZone, now, path }: { timeZone: string; now: number; path: "body" | "query" },
): Promise<Period> => {
  const { rows } = await tx.query<Period & { today: string; days: number }>(statement, [
    periodFrom,
    periodThrough,
    timeZone,
    new Date(now),
  ]);
  const [found] = rows;
  if (found === undefined) throw new Error("The period gave no row.");
  const { today, days, ...period } = found;
  if (days < 1) throw invalidField(`${path}.periodThrough`, "The last day comes before the first.");
  if (days > daysMax) throw invalidField(`${path}.periodThrough`, `Give at most ${daysMax} days.`);
  if (periodThrough > today) {
    throw invalidField(`${path}.periodThrough`, `Give a day that has begun; today is ${today}.`);
  }
  return period;
};
