import { z } from "zod";

/** Integer millionths of a currency unit, in arithmetic. */
export type Micros = bigint;

/** Micros as they stand in JSON documents (facts, books, the API): a decimal string such as "12500000". */
export const microsText = z
  .string()
  .regex(/^-?\d{1,18}$/, 'Give millionths of the currency as digits, such as "12500000" for 12.50.');

export type MicrosText = z.infer<typeof microsText>;

/** Micros from their text; throws where the text is no whole number, which a parsed document rules out. */
export const toMicros = (text: MicrosText): Micros => BigInt(text);
