import type { FallbackAnswer, PlanLevel } from "@ccp/contract";

/** What a newcomer finds: three lines of business, each showing another way of choosing a target. */

export const demoOwner = { email: "owner@demo.example", name: "Demo owner", password: null };

export const demoPublishers = ["Harbour Media", "Local Search Network", "Mornings Radio"] as const;

type Campaign = {
  terms: {
    name: string;
    vertical: "healthcare" | "home-services" | "insurance";
    recording: "off" | "from-answer";
    payoutMicros: bigint;
    payoutAfterSeconds: number;
    recoveryMax: number | null;
    decisionTimeoutSeconds: number | null;
    fallbackAnswer: FallbackAnswer | null;
    timeZone: string;
  };
  fallback: string | null;
  /** Of priorities that are not weighted. */
  strategies: readonly PlanLevel[];
  /** In plan order. */
  rows: readonly { target: string; priority: number; weight: number }[];
  numbers: readonly { number: string; label: string; publisher: (typeof demoPublishers)[number] | null }[];
};

export const demoCampaigns: readonly Campaign[] = [
  {
    terms: {
      name: "Emergency dental",
      vertical: "healthcare",
      recording: "from-answer",
      payoutMicros: 18_000_000n,
      payoutAfterSeconds: 30,
      recoveryMax: null,
      decisionTimeoutSeconds: null,
      fallbackAnswer: null,
      timeZone: "America/New_York",
    },
    fallback: "Overflow desk",
    strategies: [],
    rows: [
      { target: "Bright Smile downtown", priority: 1, weight: 3 },
      { target: "Bright Smile north", priority: 1, weight: 1 },
      { target: "Family Dental front desk", priority: 2, weight: 1 },
    ],
    numbers: [
      { number: "+12125550101", label: "Dental, search ads", publisher: "Local Search Network" },
      { number: "+12125550102", label: "Dental, radio spot", publisher: "Mornings Radio" },
    ],
  },
  {
    terms: {
      name: "Heating and cooling repair",
      vertical: "home-services",
      recording: "from-answer",
      payoutMicros: 22_500_000n,
      payoutAfterSeconds: 30,
      recoveryMax: 2,
      decisionTimeoutSeconds: null,
      fallbackAnswer: {
        kind: "voicemail",
        greeting: "All our teams are out right now. Please say your name and number after the tone.",
        maxSeconds: 90,
      },
      timeZone: "America/Chicago",
    },
    fallback: "Overflow desk",
    strategies: [],
    rows: [
      { target: "Cool Air dispatch", priority: 1, weight: 1 },
      { target: "Reliable east", priority: 2, weight: 1 },
      { target: "Reliable west", priority: 2, weight: 1 },
    ],
    numbers: [
      { number: "+13125550103", label: "Repair, partner site", publisher: "Harbour Media" },
      { number: "+13125550104", label: "Repair, own website", publisher: null },
    ],
  },
  {
    terms: {
      name: "Auto insurance quotes",
      vertical: "insurance",
      recording: "from-answer",
      payoutMicros: 14_000_000n,
      payoutAfterSeconds: 90,
      recoveryMax: null,
      decisionTimeoutSeconds: null,
      fallbackAnswer: null,
      timeZone: "America/Los_Angeles",
    },
    fallback: "Overflow desk",
    strategies: [{ priority: 1, strategy: "simultaneous" }],
    rows: [
      { target: "Shield sales floor", priority: 1, weight: 2 },
      { target: "Evergreen quotes", priority: 1, weight: 1 },
    ],
    numbers: [{ number: "+14155550105", label: "Quotes, landing page", publisher: "Harbour Media" }],
  },
];
