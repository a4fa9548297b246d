import { attestationSet, timeZone } from "@ccp/engine";
import { z } from "zod";
import { country } from "./country.ts";
import { name, settableStatus, status, time, uuid, uuidRef, version } from "./fields.ts";
import { filterOf } from "./filter-value.ts";
import { nounQuery, page, sortOf } from "./page.ts";
import { payout } from "./payout.ts";
import { vertical } from "./vertical.ts";

const fields = {
  name,
  vertical,
  /** How phone numbers that are written without a country code are read. */
  country,
  /** Whose midnight ends the campaign's day. */
  timeZone,
  status: settableStatus,
  dialAttemptsMax: z.number().int().min(1).max(20),
  /** How often a caller whose target hung up before the call converted is handed to the next one; null: never. */
  recoveryMax: z.number().int().min(1).max(5).nullable(),
  ringTimeoutSeconds: z.number().int().min(5).max(300),
  timeLimitSeconds: z.number().int().min(60).max(14_400),
  recording: z.enum(["off", "from-answer"]),
  callerId: z.enum(["caller", "number"]),
  apology: z.string().trim().min(1, "Say something to the caller.").max(600),
  /** What its publishers are paid, but for those that have terms of their own. */
  payout,
  /** The routing plan that says who takes its calls. */
  planId: uuid,
  fallbackTargetId: uuid.nullable(),
  /** Calls that are taken by how their caller's number was attested; null: as the account has it. */
  attestations: attestationSet.nullable(),
};

export const createCampaignBody = z.strictObject({
  ...fields,
  country: fields.country.default("US"),
  timeZone: fields.timeZone.default("America/New_York"),
  status: fields.status.default("active"),
  dialAttemptsMax: fields.dialAttemptsMax.default(3),
  recoveryMax: fields.recoveryMax.default(null),
  ringTimeoutSeconds: fields.ringTimeoutSeconds.default(25),
  timeLimitSeconds: fields.timeLimitSeconds.default(5400),
  recording: fields.recording.default("off"),
  callerId: fields.callerId.default("caller"),
  apology: fields.apology.default(
    "We are sorry, nobody can take your call right now. Please try again later.",
  ),
  payout: fields.payout.default({ kind: "fixed", micros: "0", due: { kind: "connected" } }),
  /** Left out: a plan of the same name is made for it. */
  planId: fields.planId.optional(),
  fallbackTargetId: fields.fallbackTargetId.default(null),
  attestations: fields.attestations.default(null),
});

export type CreateCampaign = z.infer<typeof createCampaignBody>;

export const updateCampaignBody = z.strictObject({ ...fields, version }).partial();

export type UpdateCampaign = z.infer<typeof updateCampaignBody>;

/** Everything is copied, the plan too, but not the numbers, which lead to one campaign each. */
export const cloneCampaignBody = z.strictObject({ name });

export const listCampaignsQuery = z.strictObject({
  ...nounQuery,
  sort: sortOf(["name", "status", "vertical", "payout", "createdAt", "updatedAt"]).default("name"),
  vertical: filterOf(vertical).optional(),
  planId: filterOf(uuid).optional(),
});

export type ListCampaignsQuery = z.infer<typeof listCampaignsQuery>;

export const campaign = z.strictObject({
  id: uuid,
  name: z.string(),
  vertical,
  country: z.string(),
  timeZone: z.string(),
  status,
  dialAttemptsMax: z.number(),
  recoveryMax: z.number().nullable(),
  ringTimeoutSeconds: z.number(),
  timeLimitSeconds: z.number(),
  recording: fields.recording,
  callerId: fields.callerId,
  apology: z.string(),
  payout,
  plan: uuidRef,
  fallbackTarget: uuidRef.nullable(),
  attestations: fields.attestations,
  /** Numbers that lead to it, and targets of its plan, those of groups too. */
  numberCount: z.number(),
  targetCount: z.number(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type Campaign = z.infer<typeof campaign>;

export const campaignPage = page(campaign);
