import { z } from "zod";
import { phoneInput, uuid } from "./fields.ts";
import { payout } from "./payout.ts";

export const tryPayoutRulesBody = z.strictObject({
  publisherId: uuid,
  /** Who calls; null: somebody who withholds the number. */
  from: phoneInput.nullable().default(null),
});

export type TryPayoutRules = z.infer<typeof tryPayoutRulesBody>;

/** What a publisher would be paid by if somebody called the campaign now. */
export const payoutTrial = z.strictObject({
  /** In order, each with whether it would pay and a sentence that follows its name. */
  rules: z.array(
    z.strictObject({
      name: z.string(),
      verdict: z.enum(["pays", "off", "closed", "filtered", "not-asked"]),
      sentence: z.string(),
    }),
  ),
  /** The terms that would count; null: none, and nothing is paid. */
  payout: payout.nullable(),
  /** Whether the publisher's own terms were asked or the campaign's. */
  owner: z.enum(["campaign", "publisher"]),
});

export type PayoutTrial = z.infer<typeof payoutTrial>;
