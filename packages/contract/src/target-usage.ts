import { capEvents, capModes, capPeriods } from "@ccp/engine";
import { z } from "zod";
import { time, uuid, version } from "./fields.ts";
import { filterOf } from "./filter-value.ts";

export const listTargetUsageQuery = z.strictObject({ targetId: filterOf(uuid).optional() });

export type ListTargetUsageQuery = z.infer<typeof listTargetUsageQuery>;

/** What a cap has counted in its present period; more than its limit where that was lowered, or at conversion. */
const capUsage = z.strictObject({
  on: z.enum(capEvents),
  period: z.enum(capPeriods),
  mode: z.enum(capModes).exactOptional(),
  limit: z.number(),
  /** With the calls in progress that hold a place. */
  used: z.number(),
  /** Null for all of time. */
  since: time.nullable(),
  until: time.nullable(),
});

export type CapUsage = z.infer<typeof capUsage>;

/** How much of a target's capacity is used at this moment. */
export const targetUsage = z.strictObject({
  targetId: uuid,
  inUse: z.number(),
  concurrencyMax: z.number().nullable(),
  timeZone: z.string(),
  caps: z.array(capUsage),
});

export type TargetUsage = z.infer<typeof targetUsage>;

export const resetTargetCapsBody = z.strictObject({
  version: version.optional(),
  /** Kept on the audit trail. */
  reason: z.string().trim().max(300).optional(),
});

export type ResetTargetCaps = z.infer<typeof resetTargetCapsBody>;
