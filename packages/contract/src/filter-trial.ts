import { callFilter, timeZone } from "@ccp/engine";
import { z } from "zod";

/** Calls that a filter is tried on. */
export const trialCallsMax = 100;

export const tryFilterBody = z.strictObject({
  filter: callFilter,
  /** On whose clock its times are; null: the account's zone. */
  timeZone: timeZone.nullable().default(null),
});

export type TryFilter = z.infer<typeof tryFilterBody>;

/** How a filter would have done on the calls that came last, the latest hundred at the most. */
export const filterTrial = z.strictObject({
  calls: z.number(),
  matched: z.number(),
  /** Values that equal no value of their tag on any of these calls; places count from 0. */
  unseen: z.array(z.strictObject({ block: z.number(), condition: z.number(), values: z.array(z.string()) })),
});

export type FilterTrial = z.infer<typeof filterTrial>;
