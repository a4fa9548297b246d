import { callerDigitsMin, callRangeDaysMax, type CountCallsQuery } from "@ccp/contract";
import { AppError, invalidField } from "#http/app-error.ts";
import { isOverdue } from "#http/database-error.ts";
import { toDigits } from "#http/number-digits.ts";

const dayMs = 86_400_000;

/** Whether the query asks for calls of a range that may be looked through call by call. */
export const hasShortRange = ({ from, to }: Pick<CountCallsQuery, "from" | "to">, now: number): boolean =>
  from !== undefined &&
  (to === undefined ? now : Date.parse(to)) - Date.parse(from) <= callRangeDaysMax * dayMs;

const range = `Give a time range of at most ${callRangeDaysMax} days`;

/** Refuses what would have to look at every call there ever was, and says what would do. */
export const checkBounds = (query: CountCallsQuery & { sort?: string }, now: number): void => {
  if (hasShortRange(query, now)) return;
  const { caller, dialled, sort = "-arrivedAt" } = query;
  if (!/^-?arrivedAt$/.test(sort)) {
    throw invalidField("query.sort", `${range} (from, to) to sort by this.`);
  }
  if (dialled !== undefined) {
    throw invalidField("query.dialled", `${range} (from, to), or choose the number itself.`);
  }
  if (caller !== undefined && toDigits(caller).length < callerDigitsMin) {
    throw invalidField("query.caller", `${range} (from, to), or the last ${callerDigitsMin} digits or more.`);
  }
};

/** Tells an answer that took too long to find from a database that is away. */
export const explainOverdue = (error: unknown): never => {
  if (!isOverdue(error)) throw error;
  const message = "Looking for these calls took too long. Narrow the time range (from, to) or the filters.";
  throw new AppError("invalid", message, { cause: error, details: [{ path: "query.from", message }] });
};
