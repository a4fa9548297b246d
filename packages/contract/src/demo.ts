import { z } from "zod";
import { demoTraffic } from "./account.ts";

export const setDemoTrafficBody = z.strictObject({ traffic: demoTraffic });

const count = z.number().int().min(0);

/** How much of the account was made by the demonstration. */
export const demoCounts = z.strictObject({
  campaigns: count,
  numbers: count,
  publishers: count,
  buyers: count,
  targets: count,
  calls: count,
});

/** What of the demonstration is in the account, and what can be done about it. */
export const demo = z.strictObject({
  isLoaded: z.boolean(),
  traffic: demoTraffic.nullable(),
  /** The stream of calls needs the simulated carrier. */
  canRun: z.boolean(),
  /** Only an account without nouns of its own can be filled with the demonstration's. */
  canLoad: z.boolean(),
  counts: demoCounts,
});

export type Demo = z.infer<typeof demo>;
