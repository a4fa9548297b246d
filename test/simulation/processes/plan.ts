import type { FarEnd } from "@ccp/simulator";

/** A target of the test's account, and how the people there behave. */
export type PlannedTarget = {
  name: string;
  phone: string;
  /** Calls at once; null for no limit. */
  concurrencyMax: number | null;
  priority: number;
  revenueMicros: bigint;
  revenueAfterSeconds: number;
  farEnd: FarEnd;
};

/** One line of business with two numbers; calls to the second are recorded. */
export type Plan = {
  numbers: { plain: string; recorded: string };
  timeLimitSeconds: number;
  payoutMicros: bigint;
  payoutAfterSeconds: number;
  targets: readonly PlannedTarget[];
  /** Takes what no target can. */
  fallback: PlannedTarget;
};

const talk: FarEnd = { kind: "answer", afterSeconds: [0.1, 0.8], talkSeconds: [0.5, 4.5], hangsUp: "callee" };
const talkBriefly: FarEnd = { kind: "answer", afterSeconds: 0.3, talkSeconds: [1, 2.5], hangsUp: "caller" };

const sometimes = (farEnd: FarEnd): FarEnd => ({
  kind: "mix",
  of: [
    { weight: 2, farEnd: talk },
    { weight: 1, farEnd },
  ],
});

/** Short conversations around the seconds that count, tight limits, and every way not to be reached. */
export const busyPlan: Plan = {
  numbers: { plain: "+12125550101", recorded: "+12125550102" },
  timeLimitSeconds: 60,
  payoutMicros: 5_000_001n,
  payoutAfterSeconds: 3,
  targets: [
    {
      name: "Near",
      phone: "+12125550111",
      concurrencyMax: 3,
      priority: 1,
      revenueMicros: 12_000_000n,
      revenueAfterSeconds: 2,
      farEnd: talk,
    },
    {
      name: "Often busy",
      phone: "+12125550112",
      concurrencyMax: 4,
      priority: 1,
      revenueMicros: 11_500_000n,
      revenueAfterSeconds: 2,
      farEnd: sometimes({ kind: "busy", afterSeconds: 0.3 }),
    },
    {
      name: "Often out",
      phone: "+12125550113",
      concurrencyMax: 5,
      priority: 2,
      revenueMicros: 9_000_003n,
      revenueAfterSeconds: 1,
      farEnd: sometimes({
        kind: "mix",
        of: [
          { weight: 1, farEnd: { kind: "no-answer" } },
          { weight: 1, farEnd: { kind: "failed", afterSeconds: 0.1 } },
        ],
      }),
    },
  ],
  fallback: {
    name: "Overflow",
    phone: "+12125550119",
    concurrencyMax: null,
    priority: 1,
    revenueMicros: 2_000_000n,
    revenueAfterSeconds: 1,
    farEnd: talkBriefly,
  },
};

/** One target with a single line before another that takes everybody. */
export const singleLinePlan: Plan = {
  ...busyPlan,
  timeLimitSeconds: 600,
  targets: [
    {
      name: "Single line",
      phone: "+12125550121",
      concurrencyMax: 1,
      priority: 1,
      revenueMicros: 15_000_000n,
      revenueAfterSeconds: 1,
      farEnd: talkBriefly,
    },
  ],
};
