import { repeatWindow } from "@ccp/engine";
import { z } from "zod";
import { price } from "./fields.ts";

/** Seconds of a conversation; the longest one that a campaign allows has four hours. */
const seconds = z.number().int().min(0).max(14_400);

/**
 * What makes the buyer owe the revenue: the dial itself, the connection, that the two are still connected so many
 * seconds after the call came in, after the dial, or after they were connected, or that the buyer's system reports a
 * conversion of the connected call (`reportConversion`).
 */
export const conversion = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("dialled") }),
  z.strictObject({ kind: z.literal("connected") }),
  z.strictObject({
    kind: z.literal("length"),
    seconds: z.number().int().min(1).max(14_400),
    from: z.enum(["incoming", "dial", "connection"]),
  }),
  z.strictObject({ kind: z.literal("webhook") }),
]);

export type Conversion = z.infer<typeof conversion>;

const tier = z.strictObject({ fromSeconds: seconds, micros: price });

type Tier = z.infer<typeof tier>;

const isAfter = (tiers: readonly Tier[], index: number): boolean => {
  const [before, own] = [tiers[index - 1], tiers[index]];
  return before === undefined || own === undefined || own.fromSeconds > before.fromSeconds;
};

const tiers = z
  .array(tier)
  .min(1, "Give one tier at least.")
  .max(10, "Give ten tiers at the most.")
  .superRefine((all, context) => {
    for (const index of all.keys()) {
      if (isAfter(all, index)) continue;
      const message = "Each tier begins later than the one before.";
      context.addIssue({ code: "custom", path: [index, "fromSeconds"], message });
    }
  });

/** For how long a caller's conversion with the buyer is the only one that counts; left out: each one counts. */
const oncePerCaller = repeatWindow.exactOptional();

/** The same amount for each call that converts. */
export const fixedRevenue = z.strictObject({
  kind: z.literal("fixed"),
  micros: price,
  conversion,
  oncePerCaller,
});

/**
 * By the minute of the conversation, for each call that converts: its seconds are rounded up to increments and are no
 * fewer than the minimum.
 */
export const revenuePerMinute = z.strictObject({
  kind: z.literal("per-minute"),
  microsPerMinute: price,
  incrementSeconds: z.number().int().min(1).max(60),
  minimumSeconds: seconds,
  conversion,
  oncePerCaller,
});

/**
 * An amount by how long the conversation lasted: the highest tier that is reached. The call converts at the first one,
 * and below it nothing is owed.
 */
export const revenueByTiers = z.strictObject({ kind: z.literal("tiers"), tiers, oncePerCaller });

/** What a buyer owes for a conversation. Written as a whole. */
export const revenue = z.discriminatedUnion("kind", [fixedRevenue, revenuePerMinute, revenueByTiers]);

export type Revenue = z.infer<typeof revenue>;
