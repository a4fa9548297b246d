import { strategies } from "@ccp/engine";
import { z } from "zod";

export const strategy = z.enum(strategies);

/** The most hours or days over which expected revenue is worked out. */
const expectationCountMax = 30;

/** Where a strategy goes by expected revenue: over which time, and with how many calls a target is tried first. */
export const expectation = z.strictObject({
  unit: z.enum(["hours", "days"]),
  /** So many of them, the present hour or day (of UTC) among them. */
  count: z.number().int().min(1).max(expectationCountMax),
  trainingCalls: z.number().int().min(0).max(1000),
});
