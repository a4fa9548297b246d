import type { Caps } from "./cap/cap.ts";
import type { MicrosText } from "./money.ts";
import type { Hours } from "./schedule/hours.ts";
import type { PayoutTerms } from "./settle/payout.ts";
import type { RevenueTerms } from "./settle/revenue.ts";

/** Where a target is reached: a phone number in E.164 or a SIP address (`sip:user@host`). */
export type Destination = { kind: "phone" | "sip"; address: string };

/** When a target is open, and on the clock of which IANA zone. */
export type Schedule = { hours: Hours; timeZone: string };

/** One row of a campaign's ordered targets, with all that a decision or a settlement reads. */
export type PlanRow = RevenueTerms & {
  targetId: string;
  targetName: string;
  targetStatus: "active" | "paused";
  buyerId: number;
  buyerName: string;
  buyerStatus: "active" | "paused";
  enabled: boolean;
  /** Lower goes first. */
  priority: number;
  /** Share of the calls among rows of one priority; at least 1. */
  weight: number;
  destination: Destination;
  /** Absent where the target is always open, and in books of before engine 2. */
  schedule?: Schedule;
  /** Absent where the target has none, and in books of before engine 3. */
  caps?: Caps;
  /** Calls at once; null for no limit. Shared by all campaigns that use the target. */
  concurrencyMax: number | null;
  /** Overrides the campaign's where set. */
  ringTimeoutSeconds: number | null;
};

/** A campaign as the live path knows it. */
export type CampaignBook = {
  id: string;
  name: string;
  status: "active" | "paused";
  /** Targets dialled for one call at the most, the fallback not counted. */
  dialAttemptsMax: number;
  ringTimeoutSeconds: number;
  /** Longest conversation, in seconds. */
  timeLimitSeconds: number;
  recording: "off" | "from-answer";
  /** Which number the target sees: the caller's own or the number that was dialled. */
  callerId: "caller" | "number";
  /** Spoken when nobody takes the call. */
  apology: string;
  payoutMicros: MicrosText;
  /** Connected seconds after which the publisher is owed the payout. */
  payoutAfterSeconds: number;
  /** Other terms than that amount after those seconds; absent where there are none, and before engine 4. */
  payout?: PayoutTerms;
  /** Terms of their own, by publisher; absent where nobody has any, and before engine 4. */
  payouts?: Readonly<Record<string, PayoutTerms>>;
  /** In plan order; the order breaks ties and numbers the trace. */
  rows: readonly PlanRow[];
  /** Dialled when no row takes the call; null for the spoken apology at once. */
  fallback: PlanRow | null;
};

/** What was paused when a call came in: its number, or the publisher behind it. The number is looked at first. */
export type Paused = "number" | "publisher";

/** A number as the live path knows it. */
export type NumberEntry = {
  id: number;
  campaignId: string | null;
  publisherId: string | null;
  /** What keeps its calls from being routed; absent when nothing does, and in books of before engine 2. */
  paused?: Paused;
};

/** All that one account's calls are routed by: immutable, replaced as a whole at each revision. */
export type AccountBook = {
  format: 1;
  accountId: string;
  revision: number;
  currency: string;
  /** By `bookNumberKey`. */
  numbers: Readonly<Record<string, NumberEntry>>;
  /** By campaign id. */
  campaigns: Readonly<Record<string, CampaignBook>>;
};

/** A number belongs to one carrier account; another carrier account's webhook must not reach it. */
export const bookNumberKey = (carrierAccountId: number, number: string): string =>
  `${carrierAccountId}:${number}`;
