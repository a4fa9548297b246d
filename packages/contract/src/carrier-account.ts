import { z } from "zod";
import { name, serialId, time } from "./fields.ts";
import { page, pageQuery } from "./page.ts";

const carrier = z.enum(["simulator", "twilio"]);

const authToken = z.string().trim().min(16, "Give the account's auth token.").max(128);

export const createCarrierAccountBody = z.strictObject({
  name,
  carrier: z.literal("twilio").default("twilio"),
  accountRef: z
    .string()
    .trim()
    .regex(/^AC[\da-f]{32}$/, "Give the account's SID: AC and 32 hexadecimal digits."),
  authToken,
});

export type CreateCarrierAccount = z.infer<typeof createCarrierAccountBody>;

/** The token is only ever written. */
export const updateCarrierAccountBody = z.strictObject({ name, authToken }).partial();

export type UpdateCarrierAccount = z.infer<typeof updateCarrierAccountBody>;

export const listCarrierAccountsQuery = z.strictObject(pageQuery);

export const carrierAccount = z.strictObject({
  id: serialId,
  name: z.string(),
  carrier,
  accountRef: z.string(),
  /** The last time somebody had it verified; null for never since its token was given. */
  verification: z.strictObject({ at: time, isVerified: z.boolean() }).nullable(),
  createdAt: time,
  updatedAt: time,
});

export type CarrierAccount = z.infer<typeof carrierAccount>;

export const carrierAccountPage = page(carrierAccount);

/** What stands in the way of calls, from the account down to one address of one number. */
export const carrierProblemKind = z.enum([
  "unreachable",
  "refused-token",
  "account-not-active",
  "number-missing",
  "voice-url",
  "voice-fallback-url",
  "status-callback",
]);

export const carrierProblem = z.strictObject({
  kind: carrierProblemKind,
  /** Null where the account as a whole is meant. */
  number: z.strictObject({ id: serialId, number: z.string() }).nullable(),
  sentence: z.string(),
  /** What is set at the carrier; null for nothing. */
  found: z.string().nullable(),
  /** What to set; null where nothing can be set. */
  expected: z.string().nullable(),
});

export type CarrierProblem = z.infer<typeof carrierProblem>;

/** What the carrier itself says about an account of ours; without problems it is verified. */
export const carrierVerification = z.strictObject({
  carrierAccount,
  checkedAt: time,
  isVerified: z.boolean(),
  /** The carrier's own word for how the account stands; null when it did not answer. */
  accountStatus: z.string().nullable(),
  numbersChecked: z.number(),
  problems: z.array(carrierProblem),
});

export type CarrierVerification = z.infer<typeof carrierVerification>;
