import { attestations, capScopes, microsText, strategies } from "@ccp/engine";
import { capNumbers } from "./cap-usage.ts";
import { z } from "zod";
import { adjustment } from "./adjustment.ts";
import { callFilterFields, callOutcome, callStatus, unpaidReason } from "./call-filters.ts";
import { serialRef, time, uuid, uuidRef } from "./fields.ts";
import { page, pageQuery } from "./page.ts";

/** Sorts other than by arrival need a range. A minus turns the order round. */
export const callSort = z
  .enum([
    "arrivedAt",
    "-arrivedAt",
    "connectedSeconds",
    "-connectedSeconds",
    "revenueMicros",
    "-revenueMicros",
    "payoutMicros",
    "-payoutMicros",
  ])
  .default("-arrivedAt");

export const listCallsQuery = z.strictObject({
  ...pageQuery,
  ...callFilterFields,
  sort: callSort,
  /** Only calls booked after this watermark, whenever they arrived. */
  sinceBookedSeq: z.coerce.number<number | string>().int().min(0).optional(),
});

export type ListCallsQuery = z.infer<typeof listCallsQuery>;

export const countCallsQuery = z.strictObject(callFilterFields);

export type CountCallsQuery = z.infer<typeof countCallsQuery>;

/** Exact up to ten thousand; more than that is only known to be more. */
export const callCount = z.strictObject({ count: z.number(), isMore: z.boolean() });

export type CallCount = z.infer<typeof callCount>;

export const attemptOutcome = z.enum([
  "dialling",
  "connected",
  "completed",
  "busy",
  "no-answer",
  "failed",
  "canceled",
  "not-bridged",
]);

/** What a call is at: being routed, ringing at a target, talking with it, or hearing that nobody can take it. */
export const callStep = z.enum(["routing", "dialling", "talking", "ending"]);

const fields = {
  id: uuid,
  caller: z.string(),
  /** The caller's whereabouts: what the carrier says, else what the area code tells of state and country. */
  place: z.strictObject({
    city: z.string().nullable(),
    state: z.string().nullable(),
    /** In words, for the states of the US and the provinces of Canada; else as `state`. */
    stateName: z.string().nullable(),
    zip: z.string().nullable(),
    country: z.string().nullable(),
    /** The zone that the caller's clock likely shows; always a guess. */
    timeZone: z.string().nullable(),
    /** The area code that state or country are guessed from; null where the carrier said them or nothing tells. */
    guessedFromAreaCode: z.string().nullable(),
  }),
  /** How the caller's number was attested (STIR/SHAKEN). */
  attestation: z.enum(attestations),
  dialled: z.string(),
  /** Our number, named by its label; null where the dialled number is nobody's. */
  number: serialRef.nullable(),
  /** Null where the noun was none, its name is that of today. */
  campaign: uuidRef.nullable(),
  publisher: uuidRef.nullable(),
  /** Who took the call, else who was dialled last; while `step` is dialling or talking, who is rung or talked to. */
  buyer: serialRef.nullable(),
  target: uuidRef.nullable(),
  /** Where it was an agent of the account; then there is neither buyer nor target. */
  agent: uuidRef.nullable(),
  status: callStatus,
  /** Null once the call is over. */
  step: callStep.nullable(),
  stepSince: time.nullable(),
  outcome: callOutcome.nullable(),
  /** Whether the caller was one of the blocked. */
  isBlocked: z.boolean(),
  /** Whether the call repeats an earlier one, as its campaign reported them when it came. */
  isDuplicate: z.boolean(),
  attempts: z.number(),
  firstAttemptOutcome: attemptOutcome.nullable(),
  lastAttemptOutcome: attemptOutcome.nullable(),
  arrivedAt: time,
  connectedAt: time.nullable(),
  endedAt: time.nullable(),
  /** `account`: by us, with or without an apology; null while the call lasts and where nothing tells. */
  endedBy: z.enum(["caller", "target", "account", "operator"]).nullable(),
  connectedSeconds: z.number().nullable(),
  hasRecording: z.boolean(),
  hasVoicemail: z.boolean(),
  converted: z.boolean(),
  currency: z.string(),
  /** As the ledger has it, adjustments included. */
  revenueMicros: microsText,
  payoutMicros: microsText,
  /** Of what follows from the call itself; null where something does. */
  noRevenueReason: unpaidReason.nullable(),
  noPayoutReason: unpaidReason.nullable(),
  bookedSeq: z.number(),
};

export const callSummary = z.strictObject(fields);

export type CallSummary = z.infer<typeof callSummary>;

export const callPage = page(callSummary);

export const callAttempt = z.strictObject({
  number: z.number(),
  kind: z.enum(["target", "agent"]),
  /** How many rang at once, itself included. */
  ringSize: z.number(),
  /** The target or the agent. */
  target: uuidRef,
  /** Null of an agent. */
  buyer: serialRef.nullable(),
  destination: z.strictObject({ kind: z.enum(["phone", "sip"]), address: z.string() }),
  outcome: attemptOutcome,
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
  kind: z.enum(["target", "agent"]),
  /** The target or the agent. */
  target: uuidRef,
  /** Null of an agent. */
  buyer: serialRef.nullable(),
  priority: z.number(),
  weight: z.number(),
  /** The group it is a member of; null when it stands for itself. */
  group: z.string().nullable(),
  /** What the strategy of its group, else of its priority, looked at; null for the fallback. */
  strategy: z
    .strictObject({
      strategy: z.enum(strategies),
      callsInProgress: z.number().nullable(),
      /** When it last had its turn, was offered a call, or had to do with one; null for never, or not looked at. */
      lastAt: time.nullable(),
    })
    .nullable(),
  verdict: z.enum(["chosen", "eligible", "refused"]),
  reason: z.string(),
  sentence: z.string(),
  inUse: z.number(),
  concurrencyMax: z.number().nullable(),
  /** The caps that it was judged by, with whose they were and what each had counted then. */
  caps: z.array(
    z.strictObject({
      owner: z.strictObject({ kind: z.enum(capScopes), id: z.string(), name: z.string() }),
      cap: capNumbers,
    }),
  ),
  /** The balance of a buyer who pays in advance as it was then; its amount is null where it was not known. */
  balance: z
    .strictObject({
      balanceMicros: microsText.nullable(),
      creditLimitMicros: microsText,
      /** What the call could take at most; zero where any balance was enough. */
      neededMicros: microsText,
    })
    .nullable(),
  /** The first block of the target's filter of which no condition held, counted from 1; null where it took the call. */
  filter: z
    .strictObject({
      block: z.number(),
      conditions: z.array(
        z.strictObject({
          tag: z.string(),
          operator: z.string(),
          isNot: z.boolean(),
          /** A value, several, or the id of a value list; empty where the operator takes none. */
          wanted: z.array(z.string()),
          actual: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
});

export type Candidate = z.infer<typeof candidate>;

export const decision = z.strictObject({
  step: z.number(),
  at: time,
  sentence: z.string(),
  choice: z.enum(["dial", "apologise", "voicemail", "hang-up"]),
  bookRevision: z.number(),
  engineVersion: z.number(),
  seed: z.string(),
  /** Empty where the book that decided is no longer kept. */
  candidates: z.array(candidate),
});

export type Decision = z.infer<typeof decision>;

export const recording = z.strictObject({
  ref: z.string(),
  /** A message of the caller's, and no conversation. */
  isVoicemail: z.boolean(),
  status: z.enum(["in-progress", "completed", "absent", "failed"]),
  seconds: z.number().nullable(),
  channels: z.number().nullable(),
});

export type Recording = z.infer<typeof recording>;

const unpaid = z.strictObject({ reason: unpaidReason, sentence: z.string() });

export const callMoney = z.strictObject({
  currency: z.string(),
  /** Adjustments included. */
  revenueMicros: microsText,
  payoutMicros: microsText,
  marginMicros: microsText,
  /** How much of revenue and payout was booked by adjustments. */
  adjustedRevenueMicros: microsText,
  adjustedPayoutMicros: microsText,
  /** Why it is this much without adjustments, in a sentence. */
  why: z.string(),
  /** Why nothing follows from the call itself; null where something does. */
  whyNoRevenue: unpaid.nullable(),
  whyNoPayout: unpaid.nullable(),
  /** All that were asked for, the first one first. */
  adjustments: z.array(adjustment),
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
  /** What was known of the caller's other calls when this one came; null where no rule of the account asks. */
  remembered: z.string().nullable(),
  money: callMoney,
  attempts: z.array(callAttempt),
  timeline: z.array(timelineEntry),
  decisions: z.array(decision),
  recordings: z.array(recording),
  events: z.array(callEvent),
});

export type CallDetail = z.infer<typeof callDetail>;

export const recordingParams = z.strictObject({ id: uuid, ref: z.string().min(1).max(80) });

/**
 * Says which calls were booked, so that a list asks for what changed since its watermark; without any, that somebody
 * said how an agent stands.
 */
export const bookedMessage = z.strictObject({
  bookedSeq: z.number(),
  callIds: z.array(uuid),
});

export type BookedMessage = z.infer<typeof bookedMessage>;
