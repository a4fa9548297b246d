import { capEvents, capModes, capPeriods } from "@ccp/engine";
import { z } from "zod";
import { time, version } from "./fields.ts";

const counted = {
  on: z.enum(capEvents),
  period: z.enum(capPeriods),
  mode: z.enum(capModes).exactOptional(),
  limit: z.number(),
  /** With the calls in progress that hold a place. */
  used: z.number(),
};

const summed = {
  on: z.enum(["revenue", "payout"]),
  period: z.enum(capPeriods),
  mode: z.enum(capModes).exactOptional(),
  /** Millionths of the account's currency. */
  micros: z.string(),
  /** With what calls in progress may come to, where the cap is strict. */
  used: z.string(),
};

/** A cap with what it had counted when a decision was made. */
export const capNumbers = z.union([z.strictObject(counted), z.strictObject(summed)]);

/** Null for all of time. */
const span = { since: time.nullable(), until: time.nullable() };

/**
 * What a cap has counted in its present period; more than its limit where that was lowered, at conversion, or by what
 * was said late of calls.
 */
export const capUsage = z.union([
  z.strictObject({ ...counted, ...span }),
  z.strictObject({ ...summed, ...span }),
]);

export type CapUsage = z.infer<typeof capUsage>;

/** How much of somebody's caps and calls at once is used at this moment. */
export const ownerUsage = z.strictObject({
  /** Null where calls at once are not counted, because they have no limit. */
  inUse: z.number().nullable(),
  concurrencyMax: z.number().nullable(),
  timeZone: z.string(),
  caps: z.array(capUsage),
});

export type OwnerUsage = z.infer<typeof ownerUsage>;

export const resetCapsBody = z.strictObject({
  version: version.optional(),
  /** Kept on the audit trail. */
  reason: z.string().trim().max(300).optional(),
});

export type ResetCaps = z.infer<typeof resetCapsBody>;
