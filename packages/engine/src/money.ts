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

/** An amount for people, such as "12.50": at least two decimals and never rounded. */
export const toAmountText = (micros: Micros): string => {
  const digits = (micros < 0n ? -micros : micros).toString().padStart(7, "0");
  const decimals = digits.slice(-6).replace(/0{1,4}$/, "");
  return `${micros < 0n ? "-" : ""}${digits.slice(0, -6)}.${decimals}`;
};

/** The same with its currency, such as "12.50 USD". */
export const toMoneyText = (micros: Micros, currency: string): string =>
  `${toAmountText(micros)} ${currency}`;
