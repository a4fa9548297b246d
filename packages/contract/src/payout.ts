import { z } from "zod";
import { price, status, uuid, uuidRef, version } from "./fields.ts";

/** When a publisher is owed its payout; connected and length count the conversation, incoming asks for none. */
export const payoutDue = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("incoming") }),
  z.strictObject({ kind: z.literal("connected") }),
  z.strictObject({ kind: z.literal("converted") }),
  z.strictObject({ kind: z.literal("length"), seconds: z.number().int().min(1).max(14_400) }),
]);

export type PayoutDue = z.infer<typeof payoutDue>;

/** The same amount for each call. */
export const fixedPayout = z.strictObject({ kind: z.literal("fixed"), micros: price, due: payoutDue });

/**
 * A share of what the buyer owes for the call: 100 basis points are one percent. A fraction of a micro is not paid; the
 * minimum is owed even where the revenue is less.
 */
export const revenueShare = z
  .strictObject({
    kind: z.literal("revenue-share"),
    basisPoints: z.number().int().min(1).max(10_000),
    minMicros: price.nullable(),
    maxMicros: price.nullable(),
    due: payoutDue,
  })
  .refine(
    ({ minMicros, maxMicros }) =>
      minMicros === null || maxMicros === null || BigInt(minMicros) <= BigInt(maxMicros),
    { path: ["maxMicros"], message: "The maximum is no less than the minimum." },
  );

/** What a publisher is paid for a call. Written as a whole. */
export const payout = z.discriminatedUnion("kind", [fixedPayout, revenueShare]);

export type Payout = z.infer<typeof payout>;

/** Publishers whose terms in a campaign are their own. */
export const putCampaignPayoutsBody = z.strictObject({
  /** The campaign's, as the list was read with it. */
  version: version.optional(),
  items: z
    .array(
      z.strictObject({
        publisherId: uuid,
        payout,
        /** While it is not, the campaign's terms hold. */
        enabled: z.boolean().default(true),
      }),
    )
    .max(500)
    .superRefine((items, check) => {
      items.forEach((item, index) => {
        if (items.findIndex((other) => other.publisherId === item.publisherId) < index) {
          check.addIssue({
            code: "custom",
            path: [index, "publisherId"],
            message: "This publisher is in the list already.",
          });
        }
      });
    }),
});

export type PutCampaignPayouts = z.infer<typeof putCampaignPayoutsBody>;

export const campaignPayout = z.strictObject({
  publisher: uuidRef,
  publisherStatus: status,
  payout,
  enabled: z.boolean(),
});

export type CampaignPayout = z.infer<typeof campaignPayout>;

export const campaignPayouts = z.strictObject({ items: z.array(campaignPayout), version: z.number() });

export type CampaignPayouts = z.infer<typeof campaignPayouts>;

/** What a publisher is paid in a campaign, and whether these terms are its own or those that the campaign has for all. */
export const publisherPayout = z.strictObject({
  campaign: uuidRef,
  campaignStatus: status,
  payout,
  from: z.enum(["campaign", "publisher"]),
});

export type PublisherPayout = z.infer<typeof publisherPayout>;

export const publisherPayouts = z.strictObject({ items: z.array(publisherPayout) });

export type PublisherPayouts = z.infer<typeof publisherPayouts>;
