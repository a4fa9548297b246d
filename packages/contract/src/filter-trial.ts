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
  /** What these calls had of each condition's tag; places count from 0. */
  conditions: z.array(
    z.strictObject({
      block: z.number(),
      condition: z.number(),
      /** The most frequent first, at most ten. */
      seen: z.array(z.string()),
      /** Values that the condition wants and none of them had. */
      unseen: z.array(z.string()),
    }),
  ),
});

export type FilterTrial = z.infer<typeof filterTrial>;
