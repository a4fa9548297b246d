import type { CampaignBook, Hours, PlanRow } from "@ccp/engine";

const zones = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"];
const officeDay = [
  { from: "08:00", to: "12:00" },
  { from: "12:30", to: "18:00" },
];

const officeHours: Hours = {
  weekly: {
    mon: officeDay,
    tue: officeDay,
    wed: officeDay,
    thu: officeDay,
    fri: officeDay,
    sat: [],
    sun: [],
  },
  exceptions: [{ date: "2026-12-25", label: "Christmas Day", open: [] }],
};

const zoneOf = (index: number): string => zones[index % zones.length] ?? "UTC";

/** Each rule of the trade stands in the way of some: every third keeps hours, fifth filters, fourth has caps. */
const toRow = (index: number): PlanRow => ({
  targetId: `target-${index}`,
  targetName: `Target ${index}`,
  targetStatus: index % 50 === 49 ? "paused" : "active",
  buyerId: 1 + (index % 20),
  buyerName: `Buyer ${index % 20}`,
  buyerStatus: "active",
  enabled: true,
  priority: 1 + (index % 4),
  weight: 1 + (index % 3),
  destination: { kind: "phone", address: `+1202555${String(1000 + index)}` },
  concurrencyMax: 10,
  ringTimeoutSeconds: null,
  revenueMicros: "25000000",
  revenueAfterSeconds: 90,
  ...(index % 3 === 0 && { schedule: { hours: officeHours, timeZone: zoneOf(index) } }),
  ...(index % 5 === 0 && {
    filter: {
      all: [{ any: [{ tag: "InboundNumber:State", operator: "equals-any", values: ["CA", "OR", "WA"] }] }],
      timeZone: zoneOf(index),
      names: {},
    },
  }),
  ...(index % 4 === 0 && {
    caps: {
      list: [
        { on: "connected", period: "day", limit: 50 },
        { on: "dialled", period: "hour", limit: 20 },
      ],
      generation: 1,
      timeZone: zoneOf(index),
    },
  }),
});

/** A campaign whose plan has that many rows, with each kind of rule among them. */
export const toCampaign = (candidates: number): CampaignBook => ({
  id: "campaign",
  name: "Bench",
  status: "active",
  dialAttemptsMax: 3,
  ringTimeoutSeconds: 20,
  timeLimitSeconds: 3600,
  recording: "off",
  callerId: "number",
  apology: "Everybody is busy.",
  payoutMicros: "10000000",
  payoutAfterSeconds: 60,
  rows: Array.from({ length: candidates }, (_, index) => toRow(index)),
  fallback: null,
});
