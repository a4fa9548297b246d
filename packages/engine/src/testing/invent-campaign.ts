import { balanceModes } from "#balance/prepaid.ts";
import type { CampaignBook, FallbackAnswer, PlanRow, Schedule } from "#book.ts";
import { capEvents, capPeriods, type Cap, type Caps } from "#cap/cap.ts";
import { fillGrid, type ConcurrencyGrid } from "#concurrency/concurrency-grid.ts";
import { rateWindows } from "#rate/rate.ts";
import { attestations } from "#screen/attestation.ts";
import type { Conversion } from "#settle/conversion.ts";
import type { PayoutDue, PayoutTerms } from "#settle/payout.ts";
import type { PayoutRule } from "#settle/payout-rule.ts";
import type { LengthPrice, RevenueTerms } from "#settle/revenue.ts";
import type { Expectation } from "#strategy/expectation.ts";
import { strategies, type Strategy } from "#strategy/strategy.ts";
import { aCampaign, aRow } from "./book.ts";
import { someFilters } from "./filters.ts";
import { aSchedule } from "./hours.ts";
import { chance, pick, type Random } from "./pick.ts";

/** A stage's first call comes on a Thursday at 00:16:40 UTC: open always, during a call's first seconds, and never. */
const schedules: readonly [Schedule, ...Schedule[]] = [
  aSchedule({ thu: [{ from: "00:00", to: "24:00" }] }),
  aSchedule({ thu: [{ from: "00:00", to: "00:17" }] }),
  aSchedule({}),
];

/** Zero and odd amounts, so that nothing comes out even by accident. */
const lengthPrices: readonly [LengthPrice, ...LengthPrice[]] = [
  { kind: "per-minute", microsPerMinute: "850001", incrementSeconds: 6, minimumSeconds: 30 },
  { kind: "per-minute", microsPerMinute: "1", incrementSeconds: 1, minimumSeconds: 0 },
  {
    kind: "tiers",
    tiers: [
      { fromSeconds: 30, micros: "0" },
      { fromSeconds: 60, micros: "10000000" },
      { fromSeconds: 120, micros: "7500001" },
    ],
  },
];

/** Zero seconds, and more than any wait. */
const inventConversion = (random: Random): Conversion =>
  chance(random, 0.4)
    ? { kind: pick(random, ["dialled", "webhook"]) }
    : { kind: "length", seconds: pick(random, [1, 10, 60, 90]), from: pick(random, ["incoming", "dial"]) };

const inventDue = (random: Random): PayoutDue =>
  pick<PayoutDue>(random, [
    { kind: "incoming" },
    { kind: "connected" },
    { kind: "converted" },
    { kind: "length", seconds: pick(random, [0, 30, 60, 120]) },
  ]);

const inventPayout = (random: Random): PayoutTerms => {
  const due = inventDue(random);
  if (chance(random, 0.5)) return { kind: "fixed", micros: pick(random, ["0", "7000001"]), due };
  const minMicros = pick(random, [null, "0", "2000001"]);
  const maxMicros = pick(random, [null, "2000001", "9000000"]);
  return { kind: "revenue-share", basisPoints: pick(random, [1, 3333, 10_000]), minMicros, maxMicros, due };
};

/** Open or closed when the call comes in, and of the kinds of calls that rows take. */
const inventPayoutRules = (random: Random): PayoutRule[] =>
  Array.from({ length: pick(random, [1, 2, 3]) }, (_, index) => ({
    name: `Rule ${index + 1}`,
    ...(chance(random, 0.6) && { schedule: pick(random, schedules) }),
    ...(chance(random, 0.5) && { filter: pick(random, someFilters) }),
    payout: inventPayout(random),
  }));

const inventPaying = (random: Random): Partial<CampaignBook> => ({
  ...(chance(random, 0.4) && { payout: chance(random, 0.2) ? null : inventPayout(random) }),
  ...(chance(random, 0.2) && { payoutRules: inventPayoutRules(random) }),
  ...(chance(random, 0.3) && { payouts: { publisher: chance(random, 0.2) ? null : inventPayout(random) } }),
  ...(chance(random, 0.2) && { ownPayoutRules: { publisher: inventPayoutRules(random) } }),
});

const inventRevenue = (random: Random): RevenueTerms => {
  const revenueByLength = chance(random, 0.4) ? pick(random, lengthPrices) : undefined;
  const revenueAfterSeconds = pick(random, [0, 30, 90]);
  if (revenueByLength === undefined) {
    const conversion = chance(random, 0.3) ? inventConversion(random) : undefined;
    return {
      revenueMicros: pick(random, ["0", "25000000", "12500001"]),
      revenueAfterSeconds: conversion === undefined ? revenueAfterSeconds : 0,
      ...(conversion !== undefined && { conversion }),
    };
  }
  if (revenueByLength.kind === "tiers") {
    return { revenueMicros: "0", revenueAfterSeconds: 30, revenueByLength };
  }
  return chance(random, 0.3)
    ? { revenueMicros: "0", revenueAfterSeconds: 0, conversion: inventConversion(random), revenueByLength }
    : { revenueMicros: "0", revenueAfterSeconds, revenueByLength };
};

const modes = ["strict", "at-conversion"] as const;

/** Caps on revenue: those of a day seldom leave room for anything. */
const inventSums = (random: Random): Cap[] =>
  capPeriods
    .filter(() => chance(random, 0.15))
    .map((period) => ({
      on: "revenue",
      period,
      micros: pick(random, ["1000000", "60000000", "9000000000"]),
      ...(chance(random, 0.5) && { mode: pick(random, modes) }),
    }));

const inventCalls = (random: Random): Cap[] =>
  capEvents.flatMap((on) =>
    capPeriods
      .filter(() => chance(random, 0.3))
      .map((period) => ({
        on,
        period,
        limit: pick(random, [1, 2, 50]),
        ...(on === "converted" && chance(random, 0.5) && { mode: pick(random, modes) }),
      })),
  );

const inventCaps = (random: Random): Caps => ({
  list: [...inventCalls(random), ...inventSums(random)],
  generation: pick(random, [1, 2]),
  timeZone: "America/New_York",
});

const inventPublisherCaps = (random: Random): Caps => ({
  list: [{ on: "payout", period: pick(random, capPeriods), micros: pick(random, ["1", "8000000"]) }],
  generation: 1,
  timeZone: "America/Chicago",
});

/** Something else for each hour of the day on which a stage's first call comes. */
const inventGrid = (random: Random): ConcurrencyGrid => ({
  ...fillGrid(null),
  wed: Array.from({ length: 24 }, () => pick(random, [null, 0, 1, 2])),
});

/** What makes a row an agent's; terms that it may have besides count for nothing. */
const inventAgent = (random: Random): Pick<PlanRow, "buyerId" | "agent" | "concurrencyMax"> => ({
  buyerId: null,
  agent: {
    wrapUpSeconds: pick(random, [0, 5, 3600]),
    ...(chance(random, 0.2) && { lacks: ["Spanish"] }),
  },
  concurrencyMax: pick(random, [1, 3]),
});

const fallbackAnswers: readonly [FallbackAnswer, ...FallbackAnswer[]] = [
  { kind: "message", text: "Come again." },
  { kind: "voicemail", greeting: "Speak.", maxSeconds: 60 },
];

/** How many calls its target and its buyer take, beside calls at once. */
const inventLimits = (random: Random): Partial<PlanRow> => ({
  ...(chance(random, 0.3) && { caps: inventCaps(random) }),
  ...(chance(random, 0.1) && { buyerCaps: inventCaps(random) }),
  ...(chance(random, 0.1) && { buyerConcurrencyMax: pick(random, [1, 3]) }),
  ...(chance(random, 0.1) && {
    concurrencyGrid: { weekly: inventGrid(random), timeZone: "America/New_York" },
  }),
  ...(chance(random, 0.15) && { rate: { calls: pick(random, [1, 2]), per: pick(random, rateWindows) } }),
});

const inventRow = (random: Random, index: number): PlanRow =>
  aRow(`Target ${index}`, {
    targetStatus: chance(random, 0.1) ? "paused" : "active",
    buyerId: 1 + Math.floor(random() * 3),
    buyerStatus: chance(random, 0.1) ? "paused" : "active",
    enabled: !chance(random, 0.1),
    priority: pick(random, [1, 2, 3]),
    weight: pick(random, [1, 2, 5]),
    concurrencyMax: pick(random, [null, 1, 3]),
    ...(chance(random, 0.3) && { dialAttemptsMax: pick(random, [2, 3]) }),
    ...inventRevenue(random),
    ...(chance(random, 0.1) && { barred: { kind: "country", country: "GB" } }),
    ...(chance(random, 0.2) && { schedule: pick(random, schedules) }),
    ...(chance(random, 0.2) && { filter: pick(random, someFilters) }),
    ...inventLimits(random),
    ...(chance(random, 0.3) && {
      prepaid: {
        creditLimitMicros: pick(random, ["0", "5000000"]),
        mode: pick(random, balanceModes),
      },
    }),
    ...(chance(random, 0.2) && inventAgent(random)),
  });

const expectations: readonly [Expectation, ...Expectation[]] = [
  { unit: "hours", count: 1, trainingCalls: 0 },
  { unit: "days", count: 2, trainingCalls: 1 },
];

const anyStrategy: readonly [Strategy, ...Strategy[]] = strategies;

/** Rows in plan order, some of them standing together in groups, whose priority they have. */
const inventPlan = (
  random: Random,
): Pick<CampaignBook, "rows" | "groups" | "strategies" | "expectations"> => {
  const single = () =>
    Array.from({ length: Math.floor(random() * 6) }, (_, index) => inventRow(random, index));
  if (chance(random, 0.4)) return { rows: single() };
  const groups = ["Day", "Night"].map((name) => ({
    id: `group:${name}`,
    name,
    priority: pick(random, [1, 2]),
    weight: pick(random, [1, 4]),
    enabled: !chance(random, 0.15),
    strategy: pick(random, anyStrategy),
    ...(chance(random, 0.15) && { caps: inventCaps(random) }),
    ...(chance(random, 0.15) && { concurrencyMax: pick(random, [1, 3]) }),
    ...(chance(random, 0.5) && { expectation: pick(random, expectations) }),
  }));
  const members = groups.flatMap(({ priority }, group) =>
    Array.from({ length: Math.floor(random() * 4) }, (_, index) => ({
      // Now and then the target of another row.
      ...inventRow(random, 10 * group + index),
      priority,
      group,
    })),
  );
  const levels = ["1", "2", "3"].map((level) => [level, pick(random, anyStrategy)] as const);
  return {
    rows: [...single(), ...members],
    groups,
    strategies: Object.fromEntries(levels),
    ...(chance(random, 0.5) && { expectations: { "1": pick(random, expectations) } }),
  };
};

/** A campaign of every setting, many of them at odds with a call. */
export const inventCampaign = (random: Random): CampaignBook =>
  aCampaign({
    status: chance(random, 0.03) ? "paused" : "active",
    dialAttemptsMax: pick(random, [1, 2, 4]),
    payoutAfterSeconds: pick(random, [0, 30, 60, 120]),
    ...inventPaying(random),
    recording: pick(random, ["off", "from-answer"]),
    callerId: pick(random, ["caller", "number"]),
    ...inventPlan(random),
    ...(chance(random, 0.3) && { decisionTimeoutSeconds: pick(random, [10, 14, 60]) }),
    ...(chance(random, 0.4) && { fallbackAnswer: pick(random, fallbackAnswers) }),
    ...(chance(random, 0.5) && { recoveryMax: pick(random, [1, 2, 5]) }),
    ...(chance(random, 0.2) && { attestations: attestations.filter(() => chance(random, 0.7)) }),
    ...(chance(random, 0.1) && { caps: inventCaps(random) }),
    ...(chance(random, 0.2) && { publisherCaps: { publisher: inventPublisherCaps(random) } }),
    fallback: chance(random, 0.4) ? inventRow(random, 99) : null,
  });
