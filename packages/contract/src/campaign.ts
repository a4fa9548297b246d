import { attestationSet, hours, timeZone } from "@ccp/engine";
import { z } from "zod";
import { country } from "./country.ts";
import { name, serialRef, settableStatus, status, time, uuid, uuidRef, version } from "./fields.ts";
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
  fallbackTargetId: fields.fallbackTargetId.default(null),
  attestations: fields.attestations.default(null),
});

export type CreateCampaign = z.infer<typeof createCampaignBody>;

export const updateCampaignBody = z.strictObject({ ...fields, version }).partial();

export type UpdateCampaign = z.infer<typeof updateCampaignBody>;

/** Everything is copied but the numbers, which lead to one campaign each. */
export const cloneCampaignBody = z.strictObject({ name });

export const listCampaignsQuery = z.strictObject({
  ...nounQuery,
  sort: sortOf(["name", "status", "vertical", "payout", "createdAt", "updatedAt"]).default("name"),
  vertical: filterOf(vertical).optional(),
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
  fallbackTarget: uuidRef.nullable(),
  attestations: fields.attestations,
  /** Numbers that lead to it, and rows of its plan. */
  numberCount: z.number(),
  targetCount: z.number(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type Campaign = z.infer<typeof campaign>;

export const campaignPage = page(campaign);

/** Rows in plan order. Lower priorities go first; weight shares the calls among rows of one priority. */
export const putCampaignTargetsBody = z.strictObject({
  /** The campaign's, as the list was read with it. */
  version: version.optional(),
  items: z
    .array(
      z.strictObject({
        targetId: uuid,
        priority: z.number().int().min(1).max(1000).default(1),
        weight: z.number().int().min(1).max(1000).default(1),
        enabled: z.boolean().default(true),
      }),
    )
    .max(200)
    .superRefine((items, check) => {
      items.forEach((item, index) => {
        if (items.findIndex((other) => other.targetId === item.targetId) < index) {
          check.addIssue({
            code: "custom",
            path: [index, "targetId"],
            message: "This target is in the list already.",
          });
        }
      });
    }),
});

export type PutCampaignTargets = z.infer<typeof putCampaignTargetsBody>;

export const campaignTarget = z.strictObject({
  target: uuidRef,
  buyer: serialRef,
  targetStatus: status,
  buyerStatus: status,
  /** The target's own, for how it stands now: calls at once and hours; null: no limit, always, the account's zone. */
  concurrencyMax: z.number().nullable(),
  hours: hours.nullable(),
  timeZone: z.string().nullable(),
  /** Why the account does not dial it, after "because"; null where it does. */
  barred: z.string().nullable(),
  priority: z.number(),
  weight: z.number(),
  enabled: z.boolean(),
});

export type CampaignTarget = z.infer<typeof campaignTarget>;

export const campaignTargets = z.strictObject({ items: z.array(campaignTarget), version: z.number() });

export type CampaignTargets = z.infer<typeof campaignTargets>;
