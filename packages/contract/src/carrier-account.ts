import { z } from "zod";
import { name, serialId, time } from "./fields.ts";
import { page, pageQuery } from "./page.ts";

const carrier = z.enum(["simulator", "twilio"]);

export const createCarrierAccountBody = z.strictObject({
  name,
  carrier: z.literal("twilio").default("twilio"),
  accountRef: z
    .string()
    .trim()
    .regex(/^AC[\da-f]{32}$/, "Give the account's SID: AC and 32 hexadecimal digits."),
  authToken: z.string().trim().min(16).max(128),
});

export type CreateCarrierAccount = z.infer<typeof createCarrierAccountBody>;

export const listCarrierAccountsQuery = z.strictObject(pageQuery);

export const carrierAccount = z.strictObject({
  id: serialId,
  name: z.string(),
  carrier,
  accountRef: z.string(),
  createdAt: time,
  updatedAt: time,
});

export type CarrierAccount = z.infer<typeof carrierAccount>;

export const carrierAccountPage = page(carrierAccount);
