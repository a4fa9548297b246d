import { microsText } from "@ccp/engine";
import { z } from "zod";
import { serialId, serialIdText, serialRef, time, uuid, uuidRef } from "./fields.ts";
import { page, pageQuery } from "./page.ts";

const callStatus = z.enum(["ringing", "in-progress", "ended"]);

const callOutcome = z.enum(["connected", "not-connected", "abandoned", "refused"]);

export const listCallsQuery = z.strictObject({
  ...pageQuery,
  campaignId: uuid.optional(),
  publisherId: uuid.optional(),
  buyerId: serialIdText.optional(),
  targetId: uuid.optional(),
  status: callStatus.optional(),
  outcome: callOutcome.optional(),
  /** Digits anywhere in the caller's number. */
  caller: z
    .string()
    .trim()
    .regex(/^\+?[\d ()-]{1,20}$/, "Give digits of the caller's number.")
    .optional(),
  /** Arrived at or after. */
  from: time.optional(),
  /** Arrived before. */
  to: time.optional(),
  /** Only calls booked after this watermark, whenever they arrived. */
  sinceBookedSeq: z.coerce.number<number | string>().int().min(0).optional(),
});

export type ListCallsQuery = z.infer<typeof listCallsQuery>;

const fields = {
  id: uuid,
  caller: z.string(),
  dialled: z.string(),
  /** Null where the noun was none, its name is that of today. */
  campaign: uuidRef.nullable(),
  publisher: uuidRef.nullable(),
  buyer: serialRef.nullable(),
  target: uuidRef.nullable(),
  numberId: serialId.nullable(),
  status: callStatus,
  outcome: callOutcome.nullable(),
  attempts: z.number(),
  arrivedAt: time,
  endedAt: time.nullable(),
  connectedSeconds: z.number().nullable(),
  converted: z.boolean(),
  currency: z.string(),
  revenueMicros: microsText,
  payoutMicros: microsText,
  bookedSeq: z.number(),
};

export const callSummary = z.strictObject(fields);

export type CallSummary = z.infer<typeof callSummary>;

export const callPage = page(callSummary);

export const callAttempt = z.strictObject({
  number: z.number(),
  target: uuidRef,
  buyer: serialRef,
  destination: z.strictObject({ kind: z.enum(["phone", "sip"]), address: z.string() }),
  outcome: z.enum([
    "dialling",
    "connected",
    "completed",
    "busy",
    "no-answer",
    "failed",
    "canceled",
    "not-bridged",
  ]),
  dialledAt: time,
  connectedAt: time.nullable(),
  connectedSeconds: z.number().nullable(),
  convertedAt: time.nullable(),
});

export type CallAttempt = z.infer<typeof callAttempt>;

export const timelineEntry = z.strictObject({
  at: time,
  kind: z.string(),
  text: z.string(),
  detail: z.string().nullable(),
});

export type TimelineEntry = z.infer<typeof timelineEntry>;

/** One row of the plan as a decision saw it; `reason` is the first rule that it failed. */
export const candidate = z.strictObject({
  row: z.union([z.number(), z.literal("fallback")]),
  target: uuidRef,
  buyer: serialRef,
  priority: z.number(),
  weight: z.number(),
  verdict: z.enum(["chosen", "eligible", "refused"]),
  reason: z.string(),
  sentence: z.string(),
  inUse: z.number(),
  concurrencyMax: z.number().nullable(),
});

export type Candidate = z.infer<typeof candidate>;

export const decision = z.strictObject({
  step: z.number(),
  at: time,
  sentence: z.string(),
  choice: z.enum(["dial", "apologise", "hang-up"]),
  bookRevision: z.number(),
  engineVersion: z.number(),
  seed: z.string(),
  /** Empty where the book that decided is no longer kept. */
  candidates: z.array(candidate),
});

export type Decision = z.infer<typeof decision>;

export const recording = z.strictObject({
  ref: z.string(),
  status: z.enum(["in-progress", "completed", "absent", "failed"]),
  seconds: z.number().nullable(),
  channels: z.number().nullable(),
});

export type Recording = z.infer<typeof recording>;

export const callMoney = z.strictObject({
  currency: z.string(),
  revenueMicros: microsText,
  payoutMicros: microsText,
  marginMicros: microsText,
  /** Why it is this much, in a sentence. */
  why: z.string(),
});

export type CallMoney = z.infer<typeof callMoney>;

export const callEvent = z.strictObject({
  key: z.string(),
  at: time,
  fact: z.looseObject({ kind: z.string() }),
});

export const callDetail = z.strictObject({
  call: callSummary,
  sentence: z.string(),
  money: callMoney,
  attempts: z.array(callAttempt),
  timeline: z.array(timelineEntry),
  decisions: z.array(decision),
  recordings: z.array(recording),
  events: z.array(callEvent),
});

export type CallDetail = z.infer<typeof callDetail>;

export const recordingParams = z.strictObject({ id: uuid, ref: z.string().min(1).max(80) });

/** Says which calls were booked, so that a list asks for what changed since its watermark. */
export const bookedMessage = z.strictObject({
  bookedSeq: z.number(),
  callIds: z.array(uuid),
});

export type BookedMessage = z.infer<typeof bookedMessage>;
