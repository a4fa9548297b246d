/** What a newcomer finds: three lines of business, each showing another way of choosing a target. */

export const demoOwner = { email: "owner@demo.example", name: "Demo owner", password: null };

export const demoPublishers = ["Harbour Media", "Local Search Network", "Mornings Radio"] as const;

type Buyer = { name: string; targets: readonly Target[] };

type Target = {
  name: string;
  phone: string;
  /** Calls at once; null for no limit. */
  concurrencyMax: number | null;
  revenueMicros: bigint;
  revenueAfterSeconds: number;
};

export const demoBuyers: readonly Buyer[] = [
  {
    name: "Bright Smile Group",
    targets: [
      {
        name: "Bright Smile downtown",
        phone: "+12125550111",
        concurrencyMax: 2,
        revenueMicros: 42_000_000n,
        revenueAfterSeconds: 30,
      },
      {
        name: "Bright Smile north",
        phone: "+12125550112",
        concurrencyMax: 1,
        revenueMicros: 38_000_000n,
        revenueAfterSeconds: 30,
      },
    ],
  },
  {
    name: "Family Dental Partners",
    targets: [
      {
        name: "Family Dental front desk",
        phone: "+12125550113",
        concurrencyMax: null,
        revenueMicros: 25_000_000n,
        revenueAfterSeconds: 45,
      },
    ],
  },
  {
    name: "Cool Air Services",
    targets: [
      {
        name: "Cool Air dispatch",
        phone: "+13125550121",
        concurrencyMax: 3,
        revenueMicros: 55_000_000n,
        revenueAfterSeconds: 60,
      },
    ],
  },
  {
    name: "Reliable Home Repair",
    targets: [
      {
        name: "Reliable east",
        phone: "+13125550122",
        concurrencyMax: 2,
        revenueMicros: 48_000_000n,
        revenueAfterSeconds: 60,
      },
      {
        name: "Reliable west",
        phone: "+13125550123",
        concurrencyMax: 2,
        revenueMicros: 48_000_000n,
        revenueAfterSeconds: 60,
      },
    ],
  },
  {
    name: "Shield Auto Insurance",
    targets: [
      {
        name: "Shield sales floor",
        phone: "+14155550131",
        concurrencyMax: 10,
        revenueMicros: 31_500_000n,
        revenueAfterSeconds: 90,
      },
    ],
  },
  {
    name: "Evergreen Insurance",
    targets: [
      {
        name: "Evergreen quotes",
        phone: "+14155550132",
        concurrencyMax: 5,
        revenueMicros: 36_000_000n,
        revenueAfterSeconds: 120,
      },
    ],
  },
  {
    name: "Overflow Answering",
    targets: [
      {
        name: "Overflow desk",
        phone: "+12025550141",
        concurrencyMax: null,
        revenueMicros: 4_000_000n,
        revenueAfterSeconds: 20,
      },
    ],
  },
];

type Campaign = {
  terms: {
    name: string;
    vertical: string;
    recording: "off" | "from-answer";
    payoutMicros: bigint;
    payoutAfterSeconds: number;
  };
  fallback: string | null;
  /** In plan order. */
  rows: readonly { target: string; priority: number; weight: number }[];
  numbers: readonly { number: string; label: string; publisher: (typeof demoPublishers)[number] | null }[];
};

export const demoCampaigns: readonly Campaign[] = [
  {
    terms: {
      name: "Emergency dental",
      vertical: "Dental",
      recording: "from-answer",
      payoutMicros: 18_000_000n,
      payoutAfterSeconds: 30,
    },
    fallback: "Overflow desk",
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
      vertical: "Home services",
      recording: "off",
      payoutMicros: 22_500_000n,
      payoutAfterSeconds: 60,
    },
    fallback: "Overflow desk",
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
      vertical: "Auto insurance",
      recording: "from-answer",
      payoutMicros: 14_000_000n,
      payoutAfterSeconds: 90,
    },
    fallback: null,
    rows: [
      { target: "Shield sales floor", priority: 1, weight: 2 },
      { target: "Evergreen quotes", priority: 1, weight: 1 },
    ],
    numbers: [{ number: "+14155550105", label: "Quotes, landing page", publisher: "Harbour Media" }],
  },
];
