import { z } from "zod";

/** A phone number in E.164 with its plus sign. */
export const e164 = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, "Give the number in international form, such as +12025550142.");

export type E164 = z.infer<typeof e164>;
