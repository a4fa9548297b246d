import type { AgentTerms } from "./agent/agent.ts";
import type { Prepaid } from "./balance/prepaid.ts";
import type { Caps } from "./cap/cap.ts";
import type { ConcurrencyGrid } from "./concurrency/concurrency-grid.ts";
import type { Barred } from "./dial/permission.ts";
import type { Protection, RepeatRules } from "./duplicate/rules.ts";
import type { RowFilter } from "./filter/filter.ts";
import type { MicrosText } from "./money.ts";
import type { Rate } from "./rate/rate.ts";
import type { Hours } from "./schedule/hours.ts";
import type { Attestation } from "./screen/attestation.ts";
import type { PayoutRule } from "./settle/payout-rule.ts";
import type { PayoutTerms } from "./settle/payout.ts";
import type { RevenueTerms } from "./settle/revenue.ts";
import type { Expectation } from "./strategy/expectation.ts";
import type { Strategy } from "./strategy/strategy.ts";

/** Where a target is reached: a phone number in E.164 or a SIP address (`sip:user@host`). */
export type Destination = { kind: "phone" | "sip"; address: string };

/** When a target is open, and on the clock of which IANA zone. */
export type Schedule = { hours: Hours; timeZone: string };

/** One row of a campaign's ordered targets, with all that a decision or a settlement reads. */
export type PlanRow = RevenueTerms & {
  targetId: string;
  targetName: string;
  targetStatus: "active" | "paused";
  /** Null of an agent, who is nobody's: its calls earn no revenue. */
  buyerId: number | null;
  buyerName: string;
  buyerStatus: "active" | "paused";
  /** Absent where the buyer does not pay in advance, and in books of before engine 4. */
  prepaid?: Prepaid;
  /** Of a group's member: within the group. */
  enabled: boolean;
  /** Lower goes first. A group's member has that of its group. */
  priority: number;
  /** Share of the calls among rows of one priority, or of a group's member within the group; at least 1. */
  weight: number;
  /** The index in the campaign's groups of the one it is a member of; absent when it stands for itself. */
  group?: number;
  destination: Destination;
  /** Present where it is an agent; then `targetId` is the agent's id, and the calls it takes at once are `concurrencyMax`. */
  agent?: AgentTerms;
  /** Why the account does not let it be dialled; absent where it does, and in books of before engine 4. */
  barred?: Barred;
  /** Absent where the target is always open, and in books of before engine 2. */
  schedule?: Schedule;
  /** Which calls the target takes; absent where it takes all, and in books of before engine 4. */
  filter?: RowFilter;
  /** Whose calls the target, and its buyer, do not take again; absent where they take all, and before engine 4. */
  protection?: { target?: Protection; buyer?: Protection };
  /** Absent where the target has none, and in books of before engine 3. */
  caps?: Caps;
  /** Those that the buyer's targets share; absent where the buyer has none, and before. */
  buyerCaps?: Caps;
  /** Calls at once; null for no limit. Shared by all campaigns that use the target. */
  concurrencyMax: number | null;
  /** Calls at once by the hour, besides that number; absent where it is the same in all. */
  concurrencyGrid?: { weekly: ConcurrencyGrid; timeZone: string };
  /** Calls at once that the buyer's targets share; absent for no limit. */
  buyerConcurrencyMax?: number;
  /** How fast it takes calls; absent for no limit. */
  rate?: Rate;
  /** Overrides the campaign's where set. */
  ringTimeoutSeconds: number | null;
  /** How often it may ring in one call, 2 to 5; absent: once. */
  dialAttemptsMax?: number;
};

/** Several rows that stand as one among those of their priority; one of them is picked by the group's strategy. */
export type PlanGroup = {
  id: string;
  name: string;
  /** Lower goes first. */
  priority: number;
  /** Share of the calls among what stands at its priority; at least 1. */
  weight: number;
  enabled: boolean;
  strategy: Strategy;
  /** Those that its members share in all plans; absent where it has none. */
  caps?: Caps;
  /** Calls at once that its members share; absent for no limit. */
  concurrencyMax?: number;
  /** Where the strategy goes by expected revenue; absent for the default, and before engine 4. */
  expectation?: Expectation;
};

/** What a caller gets whom nobody takes, in place of the apology: other words, or to leave a message after some. */
export type FallbackAnswer =
  | { kind: "message"; text: string }
  | { kind: "voicemail"; greeting: string; maxSeconds: number };

/** A campaign as the live path knows it. */
export type CampaignBook = {
  id: string;
  name: string;
  status: "active" | "paused";
  /** Targets dialled for one call at the most, the fallback not counted. */
  dialAttemptsMax: number;
  ringTimeoutSeconds: number;
  /** Seconds from the arrival after which no further row is dialled for a call that nobody took; absent: no limit. */
  decisionTimeoutSeconds?: number;
  /** Longest conversation, in seconds. */
  timeLimitSeconds: number;
  recording: "off" | "from-answer";
  /** Which number the target sees: the caller's own or the number that was dialled. */
  callerId: "caller" | "number";
  /** Spoken when nobody takes the call. */
  apology: string;
  /** Calls that are taken by how they were attested; absent for all, and in books of before engine 4. */
  attestations?: readonly Attestation[];
  /** What is done about callers who call again; absent where nothing is, and in books of before engine 4. */
  repeats?: RepeatRules;
  payoutMicros: MicrosText;
  /** Connected seconds after which the publisher is owed the payout. */
  payoutAfterSeconds: number;
  /**
   * Other terms than that amount after those seconds, null for none at all; absent where that amount is paid, and before
   * engine 4.
   */
  payout?: PayoutTerms | null;
  /** Asked in order when a call comes in, before those terms; absent where there are none, and before engine 4. */
  payoutRules?: readonly PayoutRule[];
  /** Terms of their own, by publisher; absent where nobody has any, and before engine 4. */
  payouts?: Readonly<Record<string, PayoutTerms | null>>;
  /** The rules of publishers with terms of their own, in place of the campaign's; absent where nobody has any. */
  ownPayoutRules?: Readonly<Record<string, readonly PayoutRule[]>>;
  /** On what its rows take, all together; absent where it has none. The fallback is not counted. */
  caps?: Caps;
  /** On what publishers are paid, in all campaigns, by publisher; absent where nobody has any. */
  publisherCaps?: Readonly<Record<string, Caps>>;
  /** The plan its rows come from; absent in books of before engine 4. */
  plan?: { id: string; name: string };
  /** By priority as text; a priority that is not named is weighted. */
  strategies?: Readonly<Record<string, Strategy>>;
  /** By priority as text, where its strategy goes by expected revenue; absent where none does. */
  expectations?: Readonly<Record<string, Expectation>>;
  /** Absent where the plan has none. */
  groups?: readonly PlanGroup[];
  /** How often a call whose target hung up before it converted is handed on, 1 to 5; absent: never. */
  recoveryMax?: number;
  /**
   * In plan order; the order breaks ties and numbers the trace. The members of a group stand next to each other, and a
   * target may stand in several rows.
   */
  rows: readonly PlanRow[];
  /** Dialled when no row takes the call; null for the spoken apology at once. */
  fallback: PlanRow | null;
  /** Once that was of no avail either; absent for the apology, and in books of before engine 4. */
  fallbackAnswer?: FallbackAnswer;
};

/** The campaign's rows in plan order, then its fallback if there is one. */
export const listRows = ({ rows, fallback }: CampaignBook): readonly PlanRow[] =>
  fallback === null ? rows : [...rows, fallback];

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
