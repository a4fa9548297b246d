import { unpaidReasons } from "@ccp/engine";
import { z } from "zod";
import { serialIdText, time, uuid } from "./fields.ts";
import { filterOf } from "./filter-value.ts";

export const callStatus = z.enum(["ringing", "in-progress", "ended"]);

export const callOutcome = z.enum(["connected", "not-connected", "abandoned", "refused"]);

/** Why a call's revenue or payout has not been booked, or not yet. */
export const unpaidReason = z.enum(unpaidReasons);

export type UnpaidReason = z.infer<typeof unpaidReason>;

/** What looks at each call of a range, such as a sort by money, is given no longer range than this. */
export const callRangeDaysMax = 31;

/** So many digits of a caller's number are enough without a range; they are then its last ones. */
export const callerDigitsMin = 4;

const flag = z.enum(["true", "false"]);

const partOfNumber = z
  .string()
  .trim()
  .regex(/^(?=.*\d)\+?[\d\s()./-]{1,32}$/, "Give digits of the number.");

const seconds = z.coerce.number<number | string>().int().min(0).max(86_400);

/** The filters of the call log. What is "none of them" also holds for calls that have no such noun. */
export const callFilterFields = {
  id: filterOf(uuid).optional(),
  campaignId: filterOf(uuid).optional(),
  publisherId: filterOf(uuid).optional(),
  /** Of the target that took the call, else of the one dialled last. */
  buyerId: filterOf(serialIdText).optional(),
  targetId: filterOf(uuid).optional(),
  numberId: filterOf(serialIdText).optional(),
  status: filterOf(callStatus).optional(),
  outcome: filterOf(callOutcome).optional(),
  converted: flag.optional(),
  noRevenueReason: filterOf(unpaidReason).optional(),
  noPayoutReason: filterOf(unpaidReason).optional(),
  hasRecording: flag.optional(),
  isDuplicate: flag.optional(),
  /** Whether the caller left a message. */
  hasVoicemail: flag.optional(),
  connectedSecondsMin: seconds.optional(),
  connectedSecondsMax: seconds.optional(),
  /** Digits anywhere in the caller's number, written as one likes; without a range its last ones, at least four. */
  caller: partOfNumber.optional(),
  /** Digits anywhere in the number that was dialled; needs a range. */
  dialled: partOfNumber.optional(),
  /** Arrived at or after. */
  from: time.optional(),
  /** Arrived before. */
  to: time.optional(),
};

/** Filters as they stand in a query: with these the call log shows exactly the calls that a figure counts. */
export const callFilters = z
  .strictObject({
    id: z.string(),
    campaignId: z.string(),
    publisherId: z.string(),
    buyerId: z.string(),
    targetId: z.string(),
    numberId: z.string(),
    status: z.string(),
    outcome: z.string(),
    converted: flag,
    isDuplicate: flag,
    from: time,
    to: time,
  })
  .partial();

export type CallFilters = z.infer<typeof callFilters>;
