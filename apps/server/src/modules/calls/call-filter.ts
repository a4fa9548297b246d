import type { CountCallsQuery } from "@ccp/contract";
import { type SQL, and, eq, gte, inArray, like, lt, lte, notInArray, sql } from "drizzle-orm";
import { callEvents, calls } from "#db/schema/calls.ts";
import { isAmong } from "#http/noun-list.ts";
import { toDigits } from "#http/number-digits.ts";
import { hasShortRange } from "./check-bounds.ts";

/** A condition for a filter that is set. */
const when = <Value>(value: Value | undefined, toCondition: (value: Value) => SQL): SQL | undefined =>
  value === undefined ? undefined : toCondition(value);

// The column is never null, and only in this form does the index of live calls serve it.
const isOfStatus = ({ isNot, values }: NonNullable<CountCallsQuery["status"]>): SQL =>
  isNot ? notInArray(calls.status, values) : inArray(calls.status, values);

// In the words of the index of finished recordings.
const isRecorded = sql`exists (
  select from ${callEvents} where ${callEvents.accountId} = ${calls.accountId}
    and ${callEvents.callId} = ${calls.id} and ${callEvents.key} like 'recording:%:completed')`;

const hasMessage = sql`exists (
  select from ${callEvents} where ${callEvents.accountId} = ${calls.accountId}
    and ${callEvents.callId} = ${calls.id} and ${callEvents.key} like 'voicemail:%:completed')`;

/** Numbers hold digits and a plus, and in the order of bytes a colon comes after both. */
export const endsWith = (digits: string): SQL | undefined => {
  const reversed = digits.split("").reverse().join("");
  return and(gte(calls.callerReversed, reversed), lt(calls.callerReversed, `${reversed}:`));
};

const isOfCaller = (text: string, query: CountCallsQuery, now: number): SQL | undefined =>
  hasShortRange(query, now) ? like(calls.caller, `%${toDigits(text)}%`) : endsWith(toDigits(text));

/** The calls of an account that a query asks for. */
export const toCallFilter = (accountId: string, query: CountCallsQuery, now: number): SQL | undefined =>
  and(
    eq(calls.accountId, accountId),
    isAmong(calls.id, query.id),
    isAmong(calls.campaignId, query.campaignId),
    isAmong(calls.publisherId, query.publisherId),
    isAmong(calls.buyerId, query.buyerId),
    isAmong(calls.targetId, query.targetId),
    isAmong(calls.numberId, query.numberId),
    when(query.status, isOfStatus),
    isAmong(calls.outcome, query.outcome),
    isAmong(calls.noRevenueReason, query.noRevenueReason),
    isAmong(calls.noPayoutReason, query.noPayoutReason),
    when(query.converted, (text) => eq(calls.converted, text === "true")),
    when(query.isDuplicate, (text) => eq(calls.isDuplicate, text === "true")),
    when(query.hasRecording, (text) => (text === "true" ? isRecorded : sql`not ${isRecorded}`)),
    when(query.hasVoicemail, (text) => (text === "true" ? hasMessage : sql`not ${hasMessage}`)),
    when(query.connectedSecondsMin, (seconds) => gte(calls.connectedSeconds, seconds)),
    when(query.connectedSecondsMax, (seconds) => lte(calls.connectedSeconds, seconds)),
    query.caller === undefined ? undefined : isOfCaller(query.caller, query, now),
    when(query.dialled, (text) => like(calls.dialled, `%${toDigits(text)}%`)),
    when(query.from, (from) => gte(calls.arrivedAt, new Date(from))),
    when(query.to, (to) => lt(calls.arrivedAt, new Date(to))),
  );
