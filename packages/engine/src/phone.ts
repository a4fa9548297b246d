import { z } from "zod";

const pattern = /^\+[1-9]\d{6,14}$/;

/** A phone number in E.164 with its plus sign. */
export const e164 = z.string().regex(pattern, "Give the number in international form, such as +12025550142.");

/** Whether a text is a number as `e164` takes it; for where a schema's report of faults would be waste. */
export const isE164 = (text: string): boolean => pattern.test(text);

export type E164 = z.infer<typeof e164>;
