import { attestationSet, timeZone } from "@ccp/engine";
import { z } from "zod";
import { dialCountries, highRiskPrefixes } from "./dial-permissions.ts";
import { name, time, uuid, version } from "./fields.ts";

const isCurrency = (code: string): boolean => Intl.supportedValuesOf("currency").includes(code);

/** Three letters of ISO 4217. */
export const currency = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isCurrency, "Give a currency by its three letters, such as USD.");

/** Whether the stream of demonstration calls runs; null where nothing of the demonstration is left. */
export const demoTraffic = z.enum(["running", "paused"]);

export const updateAccountBody = z
  .strictObject({
    name,
    /** Whose midnight ends a day, and the hours of every target that has no zone of its own. */
    timeZone,
    /** Can be changed while no money is booked in it. */
    currency,
    isChecklistHidden: z.boolean(),
    /** Calls that are taken by how their caller's number was attested, unless a campaign says otherwise; null: all. */
    attestations: attestationSet.nullable(),
    /** Phone numbers of other countries are not dialled. */
    dialCountries,
    /** Prefixes of high risk are not dialled but for these. */
    highRiskPrefixes,
    version,
  })
  .partial();

export type UpdateAccount = z.infer<typeof updateAccountBody>;

export const account = z.strictObject({
  id: uuid,
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  /** Money is booked in the currency, so that it stays. */
  isCurrencyFixed: z.boolean(),
  isDemo: z.boolean(),
  demoTraffic: demoTraffic.nullable(),
  isChecklistHidden: z.boolean(),
  attestations: attestationSet.nullable(),
  dialCountries: z.array(z.string()),
  highRiskPrefixes,
  version,
  createdAt: time,
  updatedAt: time,
});

export type Account = z.infer<typeof account>;
