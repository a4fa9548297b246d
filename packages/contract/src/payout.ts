import { callFilter, hours, payoutRepeats } from "@ccp/engine";
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

/** How often one caller is paid for; left out: each call is. */
const duplicates = payoutRepeats.exactOptional();

/** The same amount for each call. */
export const fixedPayout = z.strictObject({
  kind: z.literal("fixed"),
  micros: price,
  due: payoutDue,
  duplicates,
});

/** Asked about what is no amount too, which is refused at its own field. */
const isMore = (one: string | null, other: string | null): boolean =>
  price.safeParse(one).success && price.safeParse(other).success && BigInt(one ?? 0) > BigInt(other ?? 0);

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
    duplicates,
  })
  .refine(({ minMicros, maxMicros }) => !isMore(minMicros, maxMicros), {
    path: ["maxMicros"],
    message: "The maximum is no less than the minimum.",
  });

/** What a publisher is paid for a call. Written as a whole. */
export const payout = z.discriminatedUnion("kind", [fixedPayout, revenueShare]);

export type Payout = z.infer<typeof payout>;

/** What is paid for the calls of certain hours, or of a certain kind. */
export const payoutRule = z
  .strictObject({
    name: z.string().trim().min(1, "Give a name.").max(80),
    enabled: z.boolean().default(true),
    /** When the call has to come in, on the campaign's clock; null: at any time. */
    hours: hours.nullable().default(null),
    /** Which calls; null: all. */
    filter: callFilter.nullable().default(null),
    payout,
  })
  .refine((rule) => rule.hours !== null || rule.filter !== null, {
    path: ["filter"],
    message: "Say at which hours or for which calls; what all other calls are paid stands after the rules.",
  });

export type PayoutRule = z.infer<typeof payoutRule>;

const payoutRulesMax = 20;

/** Asked in this order when a call comes in; the first that takes it says what is paid. */
export const payoutRules = z
  .array(payoutRule)
  .max(payoutRulesMax, `There may be ${payoutRulesMax} rules at the most.`)
  .superRefine((rules, check) => {
    rules.forEach(({ name }, index) => {
      if (rules.findIndex((other) => other.name === name) < index) {
        check.addIssue({ code: "custom", path: [index, "name"], message: "Another rule is called so." });
      }
    });
  });

/** Publishers whose terms in a campaign are their own. */
export const putCampaignPayoutsBody = z.strictObject({
  /** The campaign's, as the list was read with it. */
  version: version.optional(),
  items: z
    .array(
      z.strictObject({
        publisherId: uuid,
        /** Rules of its own, in place of the campaign's. */
        rules: payoutRules.default([]),
        /** What calls are paid that no rule takes; null: nothing. */
        payout: payout.nullable(),
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
  rules: z.array(payoutRule),
  payout: payout.nullable(),
  enabled: z.boolean(),
});

export type CampaignPayout = z.infer<typeof campaignPayout>;

export const campaignPayouts = z.strictObject({ items: z.array(campaignPayout), version: z.number() });

export type CampaignPayouts = z.infer<typeof campaignPayouts>;

/** What a publisher is paid in a campaign, and whether these terms are its own or those that the campaign has for all. */
export const publisherPayout = z.strictObject({
  campaign: uuidRef,
  campaignStatus: status,
  rules: z.array(payoutRule),
  payout: payout.nullable(),
  from: z.enum(["campaign", "publisher"]),
});

export type PublisherPayout = z.infer<typeof publisherPayout>;

export const publisherPayouts = z.strictObject({ items: z.array(publisherPayout) });

export type PublisherPayouts = z.infer<typeof publisherPayouts>;
