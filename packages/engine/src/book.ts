import type { Caps } from "./cap/cap.ts";
import type { Barred } from "./dial/permission.ts";
import type { RowFilter } from "./filter/filter.ts";
import type { MicrosText } from "./money.ts";
import type { Hours } from "./schedule/hours.ts";
import type { Attestation } from "./screen/attestation.ts";
import type { PayoutTerms } from "./settle/payout.ts";
import type { RevenueTerms } from "./settle/revenue.ts";
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
  buyerId: number;
  buyerName: string;
  buyerStatus: "active" | "paused";
  /** Of a group's member: within the group. */
  enabled: boolean;
  /** Lower goes first. A group's member has that of its group. */
  priority: number;
  /** Share of the calls among rows of one priority, or of a group's member within the group; at least 1. */
  weight: number;
  /** The index in the campaign's groups of the one it is a member of; absent when it stands for itself. */
  group?: number;
  destination: Destination;
  /** Why the account does not let it be dialled; absent where it does, and in books of before engine 4. */
  barred?: Barred;
  /** Absent where the target is always open, and in books of before engine 2. */
  schedule?: Schedule;
  /** Which calls the target takes; absent where it takes all, and in books of before engine 4. */
  filter?: RowFilter;
  /** Absent where the target has none, and in books of before engine 3. */
  caps?: Caps;
  /** Calls at once; null for no limit. Shared by all campaigns that use the target. */
  concurrencyMax: number | null;
  /** Overrides the campaign's where set. */
  ringTimeoutSeconds: number | null;
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
  /** Calls that are taken by how they were attested; absent for all, and in books of before engine 4. */
  attestations?: readonly Attestation[];
  payoutMicros: MicrosText;
  /** Connected seconds after which the publisher is owed the payout. */
  payoutAfterSeconds: number;
  /** Other terms than that amount after those seconds; absent where there are none, and before engine 4. */
  payout?: PayoutTerms;
  /** Terms of their own, by publisher; absent where nobody has any, and before engine 4. */
  payouts?: Readonly<Record<string, PayoutTerms>>;
  /** The plan its rows come from; absent in books of before engine 4. */
  plan?: { id: string; name: string };
  /** By priority as text; a priority that is not named is weighted. */
  strategies?: Readonly<Record<string, Strategy>>;
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
