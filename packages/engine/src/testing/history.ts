import type { BlockedCaller, BlockKind } from "#block/blocked-caller.ts";
import type { CampaignBook, PlanRow, Schedule } from "#book.ts";
import { capEvents, capPeriods, type Cap } from "#cap/cap.ts";
import { listCounters } from "#cap/counter.ts";
import { nextDue } from "#call/due.ts";
import type { CallEvent, LegStatus } from "#call/event.ts";
import type { CallState } from "#call/state.ts";
import { attestations } from "#screen/attestation.ts";
import { createRandom } from "#random.ts";
import type { Conversion } from "#settle/conversion.ts";
import type { PayoutDue, PayoutTerms } from "#settle/payout.ts";
import type { LengthPrice, RevenueTerms } from "#settle/revenue.ts";
import { strategies, type Strategy } from "#strategy/strategy.ts";
import { aCampaign, aRow } from "./book.ts";
import { LIST_ID, someFilters } from "./filters.ts";
import { aSchedule } from "./hours.ts";
import { createStage, decide, legFact, listRows, tell, tellArrival, type Stage } from "./stage.ts";

type Random = () => number;

const pick = <Item>(random: Random, items: readonly [Item, ...Item[]]): Item =>
  items[Math.floor(random() * items.length)] ?? items[0];

const chance = (random: Random, share: number): boolean => random() < share;

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

const inventCaps = (random: Random): Cap[] =>
  capEvents.flatMap((on) =>
    capPeriods
      .filter(() => chance(random, 0.3))
      .map((period) => ({
        on,
        period,
        limit: pick(random, [1, 2, 50]),
        ...(on === "converted" && chance(random, 0.5) && { mode: pick(random, ["strict", "at-conversion"]) }),
      })),
  );

const inventRow = (random: Random, index: number): PlanRow =>
  aRow(`Target ${index}`, {
    targetStatus: chance(random, 0.1) ? "paused" : "active",
    buyerId: 1 + Math.floor(random() * 3),
    buyerStatus: chance(random, 0.1) ? "paused" : "active",
    enabled: !chance(random, 0.1),
    priority: pick(random, [1, 2, 3]),
    weight: pick(random, [1, 2, 5]),
    concurrencyMax: pick(random, [null, 1, 3]),
    ...inventRevenue(random),
    ...(chance(random, 0.1) && { barred: { kind: "country", country: "GB" } }),
    ...(chance(random, 0.2) && { schedule: pick(random, schedules) }),
    ...(chance(random, 0.2) && { filter: pick(random, someFilters) }),
    ...(chance(random, 0.3) && {
      caps: { list: inventCaps(random), generation: pick(random, [1, 2]), timeZone: "America/New_York" },
    }),
  });

const anyStrategy: readonly [Strategy, ...Strategy[]] = strategies;

/** Rows in plan order, some of them standing together in groups, whose priority they have. */
const inventPlan = (random: Random): Pick<CampaignBook, "rows" | "groups" | "strategies"> => {
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
  return { rows: [...single(), ...members], groups, strategies: Object.fromEntries(levels) };
};

export const inventCampaign = (random: Random): CampaignBook =>
  aCampaign({
    status: chance(random, 0.03) ? "paused" : "active",
    dialAttemptsMax: pick(random, [1, 2, 4]),
    payoutAfterSeconds: pick(random, [0, 30, 60, 120]),
    ...(chance(random, 0.4) && { payout: inventPayout(random) }),
    ...(chance(random, 0.3) && { payouts: { publisher: inventPayout(random) } }),
    recording: pick(random, ["off", "from-answer"]),
    callerId: pick(random, ["caller", "number"]),
    ...inventPlan(random),
    ...(chance(random, 0.5) && { recoveryMax: pick(random, [1, 2, 5]) }),
    ...(chance(random, 0.2) && { attestations: attestations.filter(() => chance(random, 0.7)) }),
    fallback: chance(random, 0.4) ? inventRow(random, 99) : null,
  });

const inventBlocked = (random: Random, id: number): BlockedCaller => {
  const kind = pick<BlockKind>(random, ["number", "prefix", "anonymous"]);
  const values = { number: "12025550142", prefix: pick(random, ["1", "1202", "1303"]), anonymous: "" };
  return {
    id,
    kind,
    value: values[kind],
    campaignId: pick(random, [null, "campaign", "another"]),
    reason: pick(random, ["", "spam"]),
    expiresAt: pick(random, [null, 1_000_000, 1_000_001]),
  };
};

const tellLeg = (
  stage: Stage,
  random: Random,
  attempt: number | null,
  status: LegStatus,
  seconds: number | null,
) => {
  const carrierAt = chance(random, 0.7) ? stage.now : null;
  tell(stage, legFact(attempt, { status, seconds, carrierAt, sequence: pick(random, [null, 0, 3]) }));
  if (chance(random, 0.2)) {
    const said = seconds === null ? null : seconds + pick(random, [0, 0, 1]);
    tell(stage, legFact(attempt, { status, seconds: said, carrierAt, source: "record" }));
  }
};

const failures = ["busy", "no-answer", "failed", "canceled"] as const;

/** A dial that comes to nothing, now and then because the caller hung up. */
const playFailure = (stage: Stage, random: Random, attempt: number): void => {
  const status = pick(random, failures);
  if (chance(random, 0.2)) tellLeg(stage, random, null, "completed", 0);
  tellLeg(stage, random, attempt, status, 0);
  const bridged = pick(random, [false, null]);
  tell(stage, { kind: "dial-ended", attempt, childRef: null, status, seconds: null, bridged });
};

const playTalk = (stage: Stage, random: Random, attempt: number): void => {
  const seconds = Math.floor(random() * 150);
  tellLeg(stage, random, attempt, "in-progress", null);
  const due = nextDue(stage.state);
  if (due?.kind === "convert" && due.at <= stage.now + seconds * 1000) {
    const joined = { ...stage, now: due.at };
    tell(joined, { kind: "converted", attempt });
    stage.state = joined.state;
  }
  stage.now += seconds * 1000;
  tellLeg(stage, random, attempt, "completed", seconds);
  const bridged = pick(random, [true, null, false]);
  const said = chance(random, 0.8) ? seconds : null;
  const childRef = `CA-child-${attempt}`;
  tell(stage, { kind: "dial-ended", attempt, childRef, status: "completed", seconds: said, bridged });
};

/** A whole call with everything a carrier may say of it, some of it at odds with the rest. */
export const inventHistory = (
  seed: string,
): { events: readonly CallEvent[]; campaign: CampaignBook; state: CallState } => {
  const random = createRandom(seed);
  const campaign = inventCampaign(random);
  const stage = createStage(campaign);
  if (chance(random, 0.5)) stage.lists.set(LIST_ID, pick(random, [["(202) 555-0142"], ["+13035550142"]]));
  if (chance(random, 0.1)) stage.blocked = [1, 2].map((id) => inventBlocked(random, id));
  const drawInUse = () => {
    stage.marks.set(`ended:target:Target ${Math.floor(random() * 6)}`, stage.now - Math.floor(random() * 3));
    for (const { targetId, targetName, caps } of listRows(stage)) {
      stage.inUse.set(targetName, Math.floor(random() * 3));
      for (const counter of caps === undefined ? [] : listCounters(targetId, caps, stage.now)) {
        stage.counted.set(counter, chance(random, 0.8) ? 0 : 1);
      }
    }
  };
  drawInUse();
  tellArrival(stage, {
    publisherId: pick(random, ["publisher", null]),
    from: pick(random, ["+12025550142", "anonymous"]),
    stirVerstat: pick(random, [
      null,
      "TN-Validation-Passed-A",
      "TN-Validation-Passed-C-Diverted",
      "TN-Validation-Failed",
    ]),
  });
  let choice = decide(stage, { kind: "arrived" }, seed).fact.choice;
  while (choice.kind === "dial") {
    const { attempt } = choice;
    stage.now += pick(random, [0, 1000]);
    for (const status of ["initiated", "ringing"] as const) tellLeg(stage, random, attempt, status, null);
    stage.now += 5000;
    if (chance(random, 0.4)) playTalk(stage, random, attempt);
    else playFailure(stage, random, attempt);
    drawInUse();
    choice = decide(stage, { kind: "dial-ended", attempt }, seed).fact.choice;
  }
  stage.now += 500;
  if (chance(random, 0.9)) tellLeg(stage, random, null, "completed", 20);
  for (const status of ["in-progress", "completed"] as const) {
    if (chance(random, 0.3)) {
      tell(stage, { kind: "recording", ref: "RE1", status, url: null, seconds: null, channels: null });
    }
  }
  while (chance(random, 0.4)) {
    const reportKey = pick(random, ["sale", "repair", "refund"]);
    stage.now += pick(random, [0, 60_000]);
    tell(stage, { kind: "reported-conversion", reportKey, micros: pick(random, [null, "0", "17000003"]) });
  }
  return { events: stage.state.events, campaign, state: stage.state };
};
