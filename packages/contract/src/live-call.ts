import { z } from "zod";
import { callSummary } from "./call.ts";
import { serialRef, time, uuidRef } from "./fields.ts";

/** Calls that are not over, the longest-lasting first; `total` also counts those beyond the list. */
export const liveCalls = z.strictObject({
  at: time,
  total: z.number(),
  items: z.array(callSummary),
  /** Targets that listed calls ring at or talk with, the busiest first. */
  targets: z.array(
    z.strictObject({
      target: uuidRef,
      buyer: serialRef,
      inUse: z.number(),
      /** Null: no limit. */
      concurrencyMax: z.number().nullable(),
    }),
  ),
  /** When a call last came in, live or over; null before the first. */
  lastArrivedAt: time.nullable(),
});

export type LiveCalls = z.infer<typeof liveCalls>;
