import { attestationSet, caps, noRepeatRules, repeatRules, timeZone } from "@ccp/engine";
import { z } from "zod";
import { country } from "./country.ts";
import { name, settableStatus, status, time, uuid, uuidRef, version } from "./fields.ts";
import { filterOf } from "./filter-value.ts";
import { nounQuery, page, sortOf } from "./page.ts";
import { payout, payoutRule, payoutRules } from "./payout.ts";
import { vertical } from "./vertical.ts";

const spoken = z.string().trim().min(1, "Say something to the caller.").max(600);

/** What a caller gets whom neither the targets nor the fallback target take: other words, or to leave a message. */
export const fallbackAnswer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("message"), text: spoken }),
  z.strictObject({
    kind: z.literal("voicemail"),
    greeting: spoken,
    maxSeconds: z.number().int().min(10).max(600),
  }),
]);

export type FallbackAnswer = z.infer<typeof fallbackAnswer>;

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
  /** On what the rows of its plan take together, on the campaign's clock; the fallback is not counted. */
  caps,
  ringTimeoutSeconds: z.number().int().min(5).max(300),
  /** Seconds from the arrival after which no further target is dialled for a call that nobody took; null: no limit. */
  decisionTimeoutSeconds: z.number().int().min(10).max(600).nullable(),
  timeLimitSeconds: z.number().int().min(60).max(14_400),
  recording: z.enum(["off", "from-answer"]),
  callerId: z.enum(["caller", "number"]),
  apology: spoken,
  /** What its publishers are paid for some of their calls, but for those that have terms of their own. */
  payoutRules,
  /** What they are paid for calls that no rule takes; null: nothing. */
  payout: payout.nullable(),
  /** The routing plan that says who takes its calls. */
  planId: uuid,
  fallbackTargetId: uuid.nullable(),
  /** Null: the apology. */
  fallbackAnswer: fallbackAnswer.nullable(),
  /** Calls that are taken by how their caller's number was attested; null: as the account has it. */
  attestations: attestationSet.nullable(),
  /** What is done about callers who call again, and about those who withhold their number. Written as a whole. */
  repeats: repeatRules,
};

export const createCampaignBody = z.strictObject({
  ...fields,
  country: fields.country.default("US"),
  timeZone: fields.timeZone.default("America/New_York"),
  status: fields.status.default("active"),
  dialAttemptsMax: fields.dialAttemptsMax.default(3),
  recoveryMax: fields.recoveryMax.default(null),
  caps: fields.caps.optional(),
  ringTimeoutSeconds: fields.ringTimeoutSeconds.default(25),
  decisionTimeoutSeconds: fields.decisionTimeoutSeconds.default(null),
  timeLimitSeconds: fields.timeLimitSeconds.default(5400),
  recording: fields.recording.default("off"),
  callerId: fields.callerId.default("caller"),
  apology: fields.apology.default(
    "We are sorry, nobody can take your call right now. Please try again later.",
  ),
  payoutRules: fields.payoutRules.default([]),
  payout: fields.payout.default({ kind: "fixed", micros: "0", due: { kind: "connected" } }),
  /** Left out: a plan of the same name is made for it. */
  planId: fields.planId.optional(),
  fallbackTargetId: fields.fallbackTargetId.default(null),
  fallbackAnswer: fields.fallbackAnswer.default(null),
  attestations: fields.attestations.default(null),
  repeats: fields.repeats.default(noRepeatRules),
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
  caps,
  ringTimeoutSeconds: z.number(),
  decisionTimeoutSeconds: z.number().nullable(),
  timeLimitSeconds: z.number(),
  recording: fields.recording,
  callerId: fields.callerId,
  apology: z.string(),
  payoutRules: z.array(payoutRule),
  payout: payout.nullable(),
  plan: uuidRef,
  fallbackTarget: uuidRef.nullable(),
  fallbackAnswer: fallbackAnswer.nullable(),
  attestations: fields.attestations,
  repeats: fields.repeats,
  /** Numbers that lead to it, and targets of its plan, those of groups too. */
  numberCount: z.number(),
  targetCount: z.number(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type Campaign = z.infer<typeof campaign>;

export const campaignPage = page(campaign);
