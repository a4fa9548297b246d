import type { Conversion, Payout, Revenue } from "@ccp/contract";
import type { BalanceMode, CallFilter, Cap, Hours, Strategy } from "@ccp/engine";
import type { FarEnd } from "@ccp/simulator";
import { toStartSeconds } from "./expected-revenue.ts";

/** Who takes calls, on which terms, and how the people there behave. */
export type TargetPlan = {
  name: string;
  buyer: string;
  destination: { kind: "phone" | "sip"; address: string };
  status?: "paused";
  caps?: readonly Cap[];
  hours?: Hours;
  filter?: CallFilter;
  /** Of its hours, its filter and its caps; the account's where absent. */
  timeZone?: string;
  concurrencyMax: number | null;
  ringTimeoutSeconds: number | null;
  revenue: Revenue;
  farEnd: FarEnd;
};

/** What targets share with each other. */
type SharedPlan = { caps?: readonly Cap[]; concurrencyMax?: number };

export type BuyerPlan = SharedPlan & {
  /** Pays so much before the first call, and gets calls while that and the credit last. */
  prepaid?: { mode: BalanceMode; paidMicros: string; creditLimitMicros: string };
};

/** Plans list its members by it alone, and by no row of their own. */
export type GroupPlan = SharedPlan & { name: string; members: readonly string[] };

type RowPlan = ({ target: string } | { group: string }) & {
  priority: number;
  weight: number;
  enabled?: false;
};

export type CampaignPlan = {
  name: string;
  status?: "paused";
  dialAttemptsMax: number;
  recoveryMax?: number;
  ringTimeoutSeconds: number;
  timeLimitSeconds: number;
  recording: "off" | "from-answer";
  callerId: "caller" | "number";
  payout: Payout;
  rows: readonly RowPlan[];
  strategies?: readonly { priority: number; strategy: Strategy }[];
  fallback: string | null;
};

export type NumberPlan = { number: string; campaign: string | null; publisher: string | null };

export type AccountPlan = {
  name: string;
  currency: string;
  pausedBuyers: readonly string[];
  /** Those who set more than their name. */
  buyers?: ReadonlyMap<string, BuyerPlan>;
  groups?: readonly GroupPlan[];
  targets: readonly TargetPlan[];
  campaigns: readonly CampaignPlan[];
  /** In the account and at its carrier. */
  numbers: readonly NumberPlan[];
  /** At its carrier only: nobody has told the product of them. */
  unknownNumbers: readonly string[];
};

/** Talks that end shortly before, at and after `seconds`, as the caller or the called person likes. */
const talksAround = (seconds: number): FarEnd => ({
  kind: "mix",
  of: [
    {
      weight: 3,
      farEnd: {
        kind: "answer",
        afterSeconds: [0.3, 9],
        talkSeconds: [Math.max(0.2, seconds - 2), seconds + 2],
        hangsUp: "callee",
      },
    },
    {
      weight: 3,
      farEnd: {
        kind: "answer",
        afterSeconds: [0.3, 9],
        talkSeconds: [Math.max(0.2, seconds - 2), seconds + 2],
        hangsUp: "caller",
      },
    },
    {
      weight: 1,
      farEnd: { kind: "answer", afterSeconds: [1, 4], talkSeconds: [0.05, 8], hangsUp: "callee" },
    },
    {
      weight: 2,
      farEnd: {
        kind: "answer",
        afterSeconds: [1, 30],
        talkSeconds: [seconds, 2 * seconds + 90],
        hangsUp: "caller",
      },
    },
  ],
});

/** Takes a call in about two of three cases; else one of the ways in which nobody is reached. */
export const reliable = (seconds: number): FarEnd => ({
  kind: "mix",
  of: [
    { weight: 16, farEnd: talksAround(seconds) },
    { weight: 2, farEnd: { kind: "voicemail", afterSeconds: [4, 12], listensSeconds: [1, 25] } },
    { weight: 2, farEnd: { kind: "busy", afterSeconds: [0.2, 3] } },
    { weight: 2, farEnd: { kind: "no-answer" } },
    { weight: 2, farEnd: { kind: "failed", afterSeconds: [0, 1] } },
  ],
});

const unreliable: FarEnd = {
  kind: "mix",
  of: [
    { weight: 2, farEnd: talksAround(20) },
    { weight: 3, farEnd: { kind: "busy", afterSeconds: [0.2, 3] } },
    { weight: 3, farEnd: { kind: "no-answer" } },
    { weight: 2, farEnd: { kind: "failed" } },
  ],
};

const phone = (address: string) => ({ kind: "phone", address }) as const;
const sip = (address: string) => ({ kind: "sip", address }) as const;

const after = (seconds: number): Conversion =>
  seconds === 0 ? { kind: "connected" } : { kind: "length", seconds, from: "connection" };

export const fixed = (micros: string, seconds: number): Revenue => ({
  kind: "fixed",
  micros,
  conversion: after(seconds),
});

export const pay = (micros: string, seconds: number): Payout => ({
  kind: "fixed",
  micros,
  due: seconds === 0 ? { kind: "connected" } : { kind: "length", seconds },
});

export const perMinute = (
  microsPerMinute: string,
  [incrementSeconds, minimumSeconds, seconds]: readonly [number, number, number],
): Revenue => ({
  kind: "per-minute",
  microsPerMinute,
  incrementSeconds,
  minimumSeconds,
  conversion: after(seconds),
});

export const byTiers = (...tiers: readonly (readonly [number, string])[]): Revenue => ({
  kind: "tiers",
  tiers: tiers.map(([fromSeconds, micros]) => ({ fromSeconds, micros })),
});

const target = (
  name: string,
  buyer: string,
  destination: TargetPlan["destination"],
  revenue: Revenue,
  more: Partial<TargetPlan> = {},
): TargetPlan => ({
  name,
  buyer,
  destination,
  revenue,
  concurrencyMax: null,
  ringTimeoutSeconds: null,
  farEnd: reliable(toStartSeconds(revenue)),
  ...more,
});

const north: AccountPlan = {
  name: "North",
  currency: "USD",
  pausedBuyers: ["Closed for summer"],
  targets: [
    target("Dental one", "Dental group", phone("+12125550111"), fixed("42000000", 30), {
      concurrencyMax: 40,
    }),
    target("Dental two", "Dental group", phone("+12125550112"), perMinute("38500001", [6, 60, 45]), {
      concurrencyMax: 12,
      ringTimeoutSeconds: 12,
    }),
    target(
      "Dental desk",
      "Family practice",
      sip("sip:desk@practice.example.com"),
      byTiers([20, "25333333"], [21, "25333334"], [45, "60000000"]),
      { caps: [{ on: "dialled", period: "all-time", limit: 60 }] },
    ),
    target("Night service", "Family practice", phone("+12125550114"), fixed("5000000", 0), {
      caps: [{ on: "converted", period: "month", limit: 60, mode: "at-conversion" }],
    }),
    target("Plumber east", "Plumbers", phone("+13125550121"), fixed("55000000", 60), { concurrencyMax: 25 }),
    target("Plumber west", "Plumbers", phone("+13125550122"), fixed("48000000", 15), {
      concurrencyMax: 6,
      farEnd: unreliable,
    }),
    target("Plumber on leave", "Plumbers", phone("+13125550123"), fixed("90000000", 1), { status: "paused" }),
    target("Closed shop", "Closed for summer", phone("+13125550124"), fixed("90000000", 1)),
    target("Emergency line", "Plumbers", phone("+13125550125"), fixed("0", 0)),
    target("Plumber south", "Second plumbers", phone("+13125550126"), perMinute("9999999", [1, 0, 8]), {
      caps: [{ on: "connected", period: "day", limit: 60 }],
    }),
    target("Crew one", "Roofers", phone("+13125550127"), fixed("31000000", 20)),
    target("Crew two", "Roofers", phone("+13125550128"), perMinute("12345678", [6, 30, 20])),
    target(
      "Crew three",
      "Second roofers",
      phone("+13125550129"),
      byTiers([15, "20000001"], [40, "70000000"]),
    ),
  ],
  campaigns: [
    {
      name: "Dental",
      dialAttemptsMax: 3,
      ringTimeoutSeconds: 20,
      timeLimitSeconds: 120,
      recording: "from-answer",
      callerId: "caller",
      payout: pay("17500003", 30),
      rows: [
        { target: "Dental one", priority: 1, weight: 3 },
        { target: "Dental two", priority: 1, weight: 1 },
        { target: "Dental desk", priority: 2, weight: 1 },
      ],
      fallback: "Night service",
    },
    {
      name: "Plumbing",
      dialAttemptsMax: 2,
      ringTimeoutSeconds: 15,
      timeLimitSeconds: 3600,
      recording: "off",
      callerId: "number",
      payout: {
        kind: "revenue-share",
        basisPoints: 3333,
        minMicros: "1000001",
        maxMicros: "30000000",
        due: { kind: "length", seconds: 10 },
      },
      rows: [
        { target: "Plumber on leave", priority: 1, weight: 9 },
        { target: "Closed shop", priority: 1, weight: 9 },
        { target: "Emergency line", priority: 1, weight: 9, enabled: false },
        { target: "Plumber east", priority: 1, weight: 2 },
        { target: "Plumber west", priority: 1, weight: 5 },
        { target: "Plumber south", priority: 3, weight: 1 },
      ],
      fallback: null,
    },
    {
      name: "Roofing",
      dialAttemptsMax: 2,
      recoveryMax: 1,
      ringTimeoutSeconds: 12,
      timeLimitSeconds: 240,
      recording: "from-answer",
      callerId: "caller",
      payout: pay("9000000", 20),
      rows: [
        { target: "Crew one", priority: 1, weight: 1 },
        { target: "Crew two", priority: 1, weight: 1 },
        { target: "Crew three", priority: 1, weight: 1 },
        { target: "Plumber west", priority: 2, weight: 1 },
      ],
      strategies: [{ priority: 1, strategy: "simultaneous" }],
      fallback: null,
    },
    {
      name: "After hours",
      dialAttemptsMax: 1,
      ringTimeoutSeconds: 10,
      timeLimitSeconds: 300,
      recording: "from-answer",
      callerId: "caller",
      payout: { kind: "fixed", micros: "1", due: { kind: "converted" } },
      rows: [{ target: "Plumber west", priority: 1, weight: 1 }],
      fallback: "Emergency line",
    },
    {
      name: "Ended",
      status: "paused",
      dialAttemptsMax: 3,
      ringTimeoutSeconds: 20,
      timeLimitSeconds: 120,
      recording: "off",
      callerId: "caller",
      payout: pay("99000000", 0),
      rows: [{ target: "Dental one", priority: 1, weight: 1 }],
      fallback: "Night service",
    },
  ],
  numbers: [
    { number: "+12025550101", campaign: "Dental", publisher: "Harbour Media" },
    { number: "+12025550102", campaign: "Dental", publisher: null },
    { number: "+12025550103", campaign: "Plumbing", publisher: "Harbour Media" },
    { number: "+12025550104", campaign: "Plumbing", publisher: "Local Search" },
    { number: "+12025550105", campaign: "After hours", publisher: "Local Search" },
    { number: "+12025550106", campaign: "Ended", publisher: "Local Search" },
    { number: "+12025550107", campaign: null, publisher: "Local Search" },
    { number: "+12025550109", campaign: "Roofing", publisher: "Local Search" },
  ],
  unknownNumbers: ["+12025550108"],
};

const south: AccountPlan = {
  name: "South",
  currency: "EUR",
  pausedBuyers: [],
  targets: [
    target("Solar one", "Sun power", phone("+14155550131"), fixed("120000000", 90), { concurrencyMax: 30 }),
    target(
      "Solar two",
      "Bright roofs",
      phone("+14155550132"),
      byTiers([61, "119999999"], [63, "0"], [100, "150000001"]),
      { concurrencyMax: 30 },
    ),
    // The same phone as in the other account: whose it is must never be told by the destination.
    target("Solar three", "Bright roofs", phone("+12125550111"), fixed("80000000", 5), {
      concurrencyMax: 3,
      farEnd: reliable(30),
    }),
    target("Answering service", "Sun power", phone("+14155550134"), perMinute("7", [60, 0, 3]), {
      caps: [{ on: "converted", period: "hour", limit: 60 }],
    }),
  ],
  campaigns: [
    {
      name: "Solar",
      dialAttemptsMax: 4,
      recoveryMax: 1,
      ringTimeoutSeconds: 18,
      timeLimitSeconds: 200,
      recording: "from-answer",
      callerId: "number",
      payout: pay("60000000", 75),
      rows: [
        { target: "Solar one", priority: 5, weight: 1 },
        { target: "Solar two", priority: 5, weight: 1 },
        { target: "Solar three", priority: 9, weight: 100 },
      ],
      strategies: [{ priority: 5, strategy: "simultaneous" }],
      fallback: "Answering service",
    },
    {
      name: "Solar without a net",
      dialAttemptsMax: 20,
      recoveryMax: 5,
      ringTimeoutSeconds: 8,
      timeLimitSeconds: 60,
      recording: "off",
      callerId: "caller",
      payout: pay("0", 0),
      rows: [
        { target: "Solar three", priority: 1, weight: 1 },
        { target: "Solar two", priority: 2, weight: 1 },
        { target: "Solar one", priority: 3, weight: 1 },
      ],
      fallback: null,
    },
  ],
  numbers: [
    { number: "+14155550141", campaign: "Solar", publisher: "Mornings Radio" },
    { number: "+14155550142", campaign: "Solar", publisher: null },
    { number: "+14155550143", campaign: "Solar without a net", publisher: "Mornings Radio" },
  ],
  unknownNumbers: ["+14155550144"],
};

export const accountPlans: readonly AccountPlan[] = [north, south];
