import { z } from "zod";
import { balanceModes } from "#balance/prepaid.ts";
import { caps, payoutCaps } from "#cap/cap.ts";
import { timeZone } from "#schedule/time-zone.ts";
import type { PayoutTerms } from "#settle/payout.ts";
import type { PayoutRule } from "#settle/payout-rule.ts";
import type { Expectation } from "#strategy/expectation.ts";
import { strategies } from "#strategy/strategy.ts";
import { toldAgent } from "./agent.ts";
import { toldFilter } from "./filters-scenario.ts";
import { remembered } from "./remembered-scenario.ts";
import { toldHours } from "./hours.ts";

const changes = z.record(z.string(), z.unknown());

const toldCaps = z.strictObject({
  list: caps,
  generation: z.number().default(1),
  timeZone: timeZone.default("UTC"),
});

const row = z.looseObject({
  name: z.string(),
  /** How its buyer pays in advance. */
  prepaid: z
    .strictObject({
      creditLimitMicros: z.string().default("0"),
      mode: z.enum(balanceModes).default("strict"),
    })
    .optional(),
  /** When the target is open; absent: always. */
  schedule: z.strictObject({ hours: toldHours, timeZone }).optional(),
  /** Which calls it takes. */
  filter: toldFilter.optional(),
  /** The group it is a member of; it has the priority of that. */
  group: z.string().optional(),
  /** It is an agent, of one call at once. */
  agent: toldAgent.optional(),
  caps: toldCaps.optional(),
  /** What all targets of its buyer share. */
  buyerCaps: toldCaps.optional(),
});

const group = z.strictObject({
  name: z.string(),
  priority: z.number().default(1),
  weight: z.number().default(1),
  enabled: z.boolean().default(true),
  strategy: z.enum(strategies),
  caps: toldCaps.exactOptional(),
  concurrencyMax: z.number().exactOptional(),
  expectation: z.custom<Expectation>().optional(),
});

const payoutRule = z
  .strictObject({
    name: z.string(),
    schedule: z.strictObject({ hours: toldHours, timeZone }).optional(),
    filter: toldFilter.optional(),
    payout: z.custom<PayoutTerms>(),
  })
  .transform(({ name, payout, schedule, filter }): PayoutRule => ({
    name,
    payout,
    ...(schedule !== undefined && { schedule }),
    ...(filter !== undefined && { filter }),
  }));

const blocked = z.strictObject({
  campaignId: z.string().nullable().default(null),
  kind: z.enum(["number", "prefix", "anonymous"]),
  value: z.string().default(""),
  reason: z.string().default(""),
  /** Seconds from the making of the entry. */
  expiresAfter: z.number().nullable().default(null),
});

const moment = z.strictObject({
  /** Seconds that pass before it. */
  after: z.number().default(0),
  /** Calls in progress from now on, by the name of a target, or of a group or buyer with a limit of its own. */
  inUse: z.record(z.string(), z.number()).default({}),
  /** Calls begun within the window of their rate, by target name. */
  begun: z.record(z.string(), z.number()).default({}),
  /** What caps have counted in the period of this moment, by the owner's name and cap ("connected day"). */
  counted: z.record(z.string(), z.record(z.string(), z.union([z.number(), z.string()]))).default({}),
  /** What the buyers of targets have from now on, by target name, in micros. */
  balances: z.record(z.string(), z.string()).default({}),
  /** How many seconds ago targets were last offered a call, and how long ago their last call ended. */
  offered: z.record(z.string(), z.number()).default({}),
  ended: z.record(z.string(), z.number()).default({}),
  /** How many seconds ago agents said that they are available, or away, and when their last conversations ended. */
  available: z.record(z.string(), z.number()).default({}),
  away: z.record(z.string(), z.number()).default({}),
  talked: z.record(z.string(), z.number()).default({}),
  /** What has come of earlier calls of this hour, by target name: dialled, connected, converted, and micros of revenue. */
  tallied: z.record(z.string(), z.tuple([z.number(), z.number(), z.number(), z.number()])).default({}),
  remember: z.array(remembered).default([]),
  /** Another call of the same caller begins; everything from here on is about it. */
  another: z.boolean().default(false),
  /** Targets whose next reservation another call wins. */
  lostSlots: z.array(z.string()).default([]),
  /** An entry that is made now. */
  block: blocked.optional(),
  campaign: changes.optional(),
  arrived: changes.optional(),
  leg: changes.optional(),
  dialEnded: changes.optional(),
  recording: changes.optional(),
  voicemail: changes.optional(),
  converted: z.number().optional(),
  reported: z.strictObject({ reportKey: z.string(), micros: z.string().nullable() }).optional(),
  contextMissing: z.number().optional(),
});

/** One rule as a story: who is in the plan, what happens, and what must come of it. */
export const scenario = z.strictObject({
  rule: z.string(),
  /** When the story begins, as a UTC time. */
  at: z.string().optional(),
  campaign: changes.default({}),
  /** The caps of the campaign, and of the publisher's payout. */
  campaignCaps: toldCaps.optional(),
  payoutCaps: toldCaps.extend({ list: payoutCaps }).optional(),
  groups: z.array(group).default([]),
  rows: z.array(row).default([]),
  fallback: row.nullable().default(null),
  /** In order, and those of publishers with terms of their own. */
  payoutRules: z.array(payoutRule).default([]),
  ownPayoutRules: z.record(z.string(), z.array(payoutRule)).default({}),
  /** Value lists by id. */
  lists: z.record(z.string(), z.array(z.string())).default({}),
  /** The account's list of blocked callers, numbered from 1. */
  blocked: z.array(blocked).default([]),
  story: z.array(moment),
  expect: z.strictObject({
    /** The engine's answer to each arrival and each ended dial. */
    answers: z.array(z.string()).optional(),
    /** Why each target was or was not chosen, in the last decision. */
    reasons: z.record(z.string(), z.string()).optional(),
    /** The same in sentences that follow the target's name. */
    sentences: z.record(z.string(), z.string()).optional(),
    trace: z.string().optional(),
    callerIds: z.array(z.string()).optional(),
    ringSeconds: z.array(z.number()).optional(),
    status: z.string().optional(),
    outcome: z.string().nullable().optional(),
    attempts: z.array(z.string()).optional(),
    connectedSeconds: z.array(z.number().nullable()).optional(),
    secondsSources: z.array(z.string().nullable()).optional(),
    revenue: z.string().optional(),
    payout: z.string().optional(),
    whyNoRevenue: z.string().nullable().optional(),
    whyNoPayout: z.string().nullable().optional(),
    whyNoPayoutInWords: z.string().nullable().optional(),
    whyNoRevenueInWords: z.string().nullable().optional(),
    /** What was known of the caller's other calls. */
    remembered: z.string().nullable().optional(),
    /** Whether the call counts as a repeat. */
    isDuplicate: z.boolean().optional(),
    /** The money in words. */
    why: z.string().optional(),
    converted: z.boolean().optional(),
    sentence: z.string().optional(),
    /** What is due next, and in how many seconds from the end of the story. */
    due: z.string().nullable().optional(),
    /** What the call counts for in the end, by event and period. */
    counts: z.array(z.string()).optional(),
    /** What the call takes from each buyer's balance in the end, in micros. */
    charges: z.array(z.string()).optional(),
  }),
});

export type Scenario = z.infer<typeof scenario>;
export type ToldRow = z.infer<typeof row>;
export type ToldGroup = z.infer<typeof group>;
export type ToldBlocked = z.infer<typeof blocked>;

/** What happens at once in a story: how everything stands then, and what is told of the call. */
export type Moment = z.infer<typeof moment>;
