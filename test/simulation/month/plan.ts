import type { CallFilter, Cap, Hours, Span } from "@ccp/engine";
import {
  type AccountPlan,
  type BuyerPlan,
  byTiers,
  type CampaignPlan,
  fixed,
  type GroupPlan,
  pay,
  perMinute,
  reliable,
  type TargetPlan,
} from "#calls/plan.ts";
import { toStartSeconds } from "#calls/expected-revenue.ts";

const targetsPerCampaign = 25;
const campaigns = 8;
/** So many rows at the beginning of every other campaign are one group instead, which the next campaign offers to as well. */
const groupSize = 4;
const zones = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
];
const strategies = ["weighted", "round-robin", "pool", "longest-idle"] as const;

const everyDay = (spans: readonly Span[], sunday: readonly Span[] = spans): Hours["weekly"] => {
  const [day, last] = [[...spans], [...sunday]];
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: last };
};

const hours: readonly Hours[] = [
  {
    weekly: everyDay([
      { from: "08:00", to: "12:00" },
      { from: "12:30", to: "19:00" },
    ]),
    exceptions: [{ date: "2026-03-17", label: "Feast", open: [] }],
  },
  // Over midnight, and so over the hour that one night does not have.
  { weekly: everyDay([{ from: "18:00", to: "06:00" }]), exceptions: [] },
  {
    weekly: everyDay([{ from: "00:00", to: "24:00" }], []),
    exceptions: [{ date: "2026-03-01", label: "Open Sunday", open: [{ from: "10:00", to: "16:00" }] }],
  },
];

const byArea = (values: readonly string[], isNot: boolean): CallFilter => ({
  all: [{ any: [{ tag: "InboundNumber:AreaCode", operator: "equals-any", values: [...values], isNot }] }],
});

const filters: readonly CallFilter[] = [
  byArea(["201", "202", "212", "213", "312"], false),
  byArea(["415", "503"], true),
];

const capLists: readonly (readonly Cap[])[] = [
  [{ on: "dialled", period: "hour", limit: 3 }],
  [
    { on: "connected", period: "day", limit: 6 },
    { on: "connected", period: "month", limit: 40 },
  ],
  [{ on: "converted", period: "day", limit: 4, mode: "strict" }],
  [{ on: "converted", period: "month", limit: 30, mode: "at-conversion" }],
  [{ on: "dialled", period: "all-time", limit: 60 }],
];

/** For the targets of a buyer, or of a group, together. */
const sharedLimits: readonly BuyerPlan[] = [
  { caps: [{ on: "dialled", period: "day", limit: 9 }] },
  { concurrencyMax: 2 },
  {
    caps: [
      { on: "connected", period: "day", limit: 5 },
      { on: "connected", period: "month", limit: 60 },
    ],
    concurrencyMax: 3,
  },
  {},
];

const pick = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("There is nothing to choose from.");
  return item;
};

const toRevenue = (index: number): TargetPlan["revenue"] =>
  pick(
    [
      fixed("42000000", 30),
      perMinute("38500001", [6, 60, 45]),
      byTiers([20, "25333333"], [45, "60000000"]),
      fixed("15000000", 0),
    ],
    index,
  );

const byReport: TargetPlan["revenue"] = {
  kind: "fixed",
  micros: "29000000",
  conversion: { kind: "webhook" },
};

/** Every fifth, none of which has caps. */
const isReported = (index: number): boolean => index % 10 === 4 || index % 10 === 8;

/** Every third keeps hours, every fifth filters, every other one has caps. */
const toTarget = (index: number): TargetPlan => {
  const revenue = isReported(index) ? byReport : toRevenue(index);
  return {
    name: `Target ${index}`,
    buyer: `Buyer ${index % 40}`,
    destination: {
      kind: "phone",
      address: `+1${index < 100 ? "646" : "773"}55501${String(index % 100).padStart(2, "0")}`,
    },
    concurrencyMax: index % 4 === 3 ? null : 1 + (index % 3),
    ringTimeoutSeconds: index % 7 === 0 ? 10 : null,
    revenue,
    timeZone: pick(zones, index),
    farEnd: reliable(toStartSeconds(revenue)),
    ...(index % 50 === 49 && { status: "paused" as const }),
    ...(index % 3 === 0 && { hours: pick(hours, index / 3) }),
    ...(index % 5 === 0 && { filter: pick(filters, index / 5) }),
    ...(index % 2 === 1 && { caps: pick(capLists, (index - 1) / 2) }),
  };
};

const toRow = (index: number) => ({
  target: `Target ${index}`,
  priority: 1 + Math.floor((index % targetsPerCampaign) / 7),
  weight: 1 + (index % 5),
});

const isGrouped = (index: number): boolean =>
  Math.floor(index / targetsPerCampaign) % 2 === 0 && index % targetsPerCampaign < groupSize;

/** The rows of its own targets, and one of the group that it shares with its neighbour. */
const toRows = (campaign: number): CampaignPlan["rows"] => {
  const indexes = Array.from({ length: targetsPerCampaign }, (_, row) => campaign * targetsPerCampaign + row);
  const group = { group: `Group ${campaign - (campaign % 2)}`, priority: 1 + (campaign % 2), weight: 5 };
  return [group, ...indexes.filter((index) => !isGrouped(index)).map(toRow)];
};

const toGroup = (campaign: number): GroupPlan => ({
  name: `Group ${campaign}`,
  members: Array.from({ length: groupSize }, (_, row) => `Target ${campaign * targetsPerCampaign + row}`),
  ...pick(sharedLimits, campaign / 2),
});

/** None of them has targets that are paid for by report. */
const prepaid: Readonly<Record<number, BuyerPlan["prepaid"]>> = {
  2: { mode: "strict", paidMicros: "130000000", creditLimitMicros: "0" },
  5: { mode: "at-conversion", paidMicros: "130000000", creditLimitMicros: "20000000" },
  7: { mode: "strict", paidMicros: "60000000", creditLimitMicros: "0" },
  11: { mode: "at-conversion", paidMicros: "60000000", creditLimitMicros: "0" },
  27: { mode: "strict", paidMicros: "30000000", creditLimitMicros: "15000000" },
  31: { mode: "at-conversion", paidMicros: "29999999", creditLimitMicros: "0" },
};

const toBuyer = (index: number): [string, BuyerPlan] => {
  const advance = prepaid[index];
  return [`Buyer ${index}`, { ...pick(sharedLimits, index), ...(advance && { prepaid: advance }) }];
};

/** Every third campaign rings all who are open at its second priority. */
const toStrategy = (index: number, priority: number) =>
  index % 3 === 1 && priority === 2 ? "simultaneous" : pick(strategies, index + priority);

const toCampaign = (index: number): CampaignPlan => ({
  name: `Campaign ${index}`,
  dialAttemptsMax: 1 + (index % 4),
  ringTimeoutSeconds: 12 + 2 * index,
  timeLimitSeconds: 300,
  recording: index % 2 === 0 ? "from-answer" : "off",
  callerId: "caller",
  payout: pay("11000000", 15 * (index % 3)),
  rows: toRows(index),
  strategies: [1, 2, 3, 4].map((priority) => ({ priority, strategy: toStrategy(index, priority) })),
  fallback: null,
  ...(index % 3 === 0 && { recoveryMax: 2 }),
});

/** Eight campaigns with a plan of 25 rows each, over which every rule of the trade is strewn. */
export const coast: AccountPlan = {
  name: "Coast",
  currency: "USD",
  pausedBuyers: ["Buyer 13"],
  buyers: new Map(Array.from({ length: 40 }, (_, index) => toBuyer(index))),
  groups: [0, 2, 4, 6].map(toGroup),
  targets: Array.from({ length: campaigns * targetsPerCampaign }, (_, index) => toTarget(index)),
  campaigns: Array.from({ length: campaigns }, (_, index) => toCampaign(index)),
  numbers: Array.from({ length: campaigns }, (_, index) => ({
    number: `+1202555012${index}`,
    campaign: `Campaign ${index}`,
    publisher: index % 2 === 0 ? "Harbour Media" : "Local Search",
  })),
  unknownNumbers: [],
};
