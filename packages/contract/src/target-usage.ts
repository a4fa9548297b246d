import { microsText } from "@ccp/engine";
import { z } from "zod";
import { capUsage, ownerUsage } from "./cap-usage.ts";
import { uuid } from "./fields.ts";
import { filterOf } from "./filter-value.ts";

export const listTargetUsageQuery = z.strictObject({ targetId: filterOf(uuid).optional() });

export type ListTargetUsageQuery = z.infer<typeof listTargetUsageQuery>;

/** How much of a target's capacity is used at this moment. */
export const targetUsage = z.strictObject({
  targetId: uuid,
  inUse: z.number(),
  concurrencyMax: z.number().nullable(),
  /** Calls at once in this hour, by its number and its grid; null for any number. */
  concurrencyLimit: z.number().nullable(),
  timeZone: z.string(),
  caps: z.array(capUsage),
  /**
   * What its buyer has left, the credit included, and what a call must find there at least: where a price depends on the
   * length, that of one minute, though a longer call may need more. Null where the buyer pays afterwards, and while the
   * balance is not known.
   */
  balance: z.strictObject({ leftMicros: microsText, neededMicros: microsText }).nullable(),
  /** Of what it shares with its buyer's other targets. */
  buyer: ownerUsage.extend({ name: z.string() }),
});

export type TargetUsage = z.infer<typeof targetUsage>;
