import { microsText } from "@ccp/engine";
import { z } from "zod";
import { callFilters } from "./call-filters.ts";
import { serialIdText, serialRef, time, uuid, uuidRef } from "./fields.ts";
import { filterOf } from "./filter-value.ts";

export const getDashboardQuery = z.strictObject({
  campaignId: filterOf(uuid).optional(),
  publisherId: filterOf(uuid).optional(),
  buyerId: filterOf(serialIdText).optional(),
});

export type GetDashboardQuery = z.infer<typeof getDashboardQuery>;

/** A number of calls, and the filters under which the call log shows exactly those. */
const count = z.strictObject({ value: z.number(), filters: callFilters });

export type Count = z.infer<typeof count>;

/**
 * What the calls that arrived from `from` until `to` come to. Shares are between 0 and 1, and null where they would
 * be of nothing; only calls that are over enter them. The money is that of `calls`.
 */
export const periodFigures = z.strictObject({
  from: time,
  to: time,
  calls: count,
  live: count,
  ended: count,
  connected: count,
  notConnected: count,
  abandoned: count,
  refused: count,
  converted: count,
  /** Those that repeat an earlier call, as their campaigns reported them when they came. */
  repeats: count,
  /** Connected of ended. */
  connectedShare: z.number().nullable(),
  /** Converted of connected. */
  convertedShare: z.number().nullable(),
  /** Of connected calls. */
  averageConnectedSeconds: z.number().nullable(),
  revenueMicros: microsText,
  payoutMicros: microsText,
  marginMicros: microsText,
  /** Margin by revenue; null without revenue. */
  marginShare: z.number().nullable(),
});

export type PeriodFigures = z.infer<typeof periodFigures>;

/** One hour of the clock; at a change to winter time the same hour comes twice, at one to summer time one is missing. */
export const hourFigures = z.strictObject({
  hour: z.number(),
  from: time,
  to: time,
  calls: count,
  ended: z.number(),
  connected: z.number(),
  converted: z.number(),
  /** Of the connected calls together. */
  connectedSeconds: z.number(),
  revenueMicros: microsText,
  payoutMicros: microsText,
});

export type HourFigures = z.infer<typeof hourFigures>;

const top = <Ref extends z.ZodType>(noun: Ref) =>
  z.array(
    z.strictObject({
      noun,
      calls: count,
      connected: z.number(),
      converted: z.number(),
      revenueMicros: microsText,
      payoutMicros: microsText,
    }),
  );

export const attentionKind = z.enum([
  "target-full",
  "target-failing",
  "campaign-without-target",
  "number-leads-nowhere",
  "calls-refused",
  "events-quarantined",
  "carrier-account-unverified",
]);

export type AttentionKind = z.infer<typeof attentionKind>;

/** Something that wants somebody's hand. `id` is the noun to open; null where the noun's list is. */
export const attention = z.strictObject({
  kind: attentionKind,
  noun: z.enum(["target", "campaign", "number", "call", "quarantined-event", "carrier-account"]),
  id: z.string().nullable(),
  name: z.string().nullable(),
  sentence: z.string(),
  /** What is counted, and against what; the limit is null where there is none. */
  count: z.number(),
  limit: z.number().nullable(),
  /** Shows exactly the calls that are counted; null where no calls are. */
  filters: callFilters.nullable(),
});

export type Attention = z.infer<typeof attention>;

/** Today until now beside yesterday until the same time of day, by the account's clock. */
export const dashboard = z.strictObject({
  at: time,
  timeZone: z.string(),
  currency: z.string(),
  /** Calls that are not over, whenever they came in. */
  live: count,
  today: periodFigures,
  yesterday: periodFigures,
  /** Today's hours so far, and all of yesterday's. */
  hours: z.strictObject({ today: z.array(hourFigures), yesterday: z.array(hourFigures) }),
  /** Today's, most revenue first. */
  topCampaigns: top(uuidRef),
  topBuyers: top(serialRef),
  /** Of the account as a whole, whatever the filters. */
  attention: z.array(attention),
});

export type Dashboard = z.infer<typeof dashboard>;
