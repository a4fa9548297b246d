import { z } from "zod";
import { price, uuid } from "./fields.ts";

/**
 * What a buyer's system reports of a call whose target converts by webhook. A report is known again by its key: sent
 * again it gets the same answer, with another amount it is refused. One with another key corrects those before.
 */
export const reportConversionBody = z.strictObject({
  callId: uuid,
  idempotencyKey: z
    .string()
    .regex(/^[\w.:-]{1,100}$/, "Give up to 100 letters, digits, dots, colons, hyphens and underscores."),
  /** What the call was worth to the buyer; null: what the target's terms say. */
  micros: price.nullable().default(null),
});

export type ReportConversion = z.infer<typeof reportConversionBody>;

/** The report as it was taken; what it is worth stands with the call as soon as it is booked. */
export const reportedConversion = z.strictObject({
  callId: uuid,
  idempotencyKey: z.string(),
  micros: price.nullable(),
});

export type ReportedConversion = z.infer<typeof reportedConversion>;
