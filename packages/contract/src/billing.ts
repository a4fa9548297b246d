import { balanceModes } from "@ccp/engine";
import { z } from "zod";
import { price } from "./fields.ts";

/**
 * When a buyer pays: afterwards, by invoice, or in advance. Who pays in advance gets calls only while the balance lasts:
 * payments less revenue. Strict: what a call may cost at most is taken with the dial, so the balance never falls further
 * than the credit. At conversion: what it cost is taken once that is owed, so calls in progress may take it further.
 */
export const billing = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("postpaid") }),
  z.strictObject({
    kind: z.literal("prepaid"),
    /** How far below zero the balance may go. */
    creditLimitMicros: price,
    mode: z.enum(balanceModes),
  }),
]);

export type Billing = z.infer<typeof billing>;
