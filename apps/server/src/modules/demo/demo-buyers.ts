import type { Revenue } from "@ccp/contract";
import type { Cap, Hours, Span } from "@ccp/engine";

type Buyer = {
  name: string;
  targets: readonly Target[];
  /** Of one who pays in advance: the credit, and what was paid so far. */
  prepaid?: { creditLimitMicros: bigint; paidMicros: bigint };
};

type Target = {
  name: string;
  phone: string;
  /** Calls at once; null for no limit. */
  concurrencyMax: number | null;
  caps?: readonly Cap[];
  revenue: Revenue;
  /** Without hours a target is always open. */
  hours?: Hours;
  /** Where it is not the account's. */
  timeZone?: string;
};

const toHours = (weekdays: readonly Span[], saturday: readonly Span[], sunday: readonly Span[]): Hours => ({
  weekly: {
    mon: [...weekdays],
    tue: [...weekdays],
    wed: [...weekdays],
    thu: [...weekdays],
    fri: [...weekdays],
    sat: [...saturday],
    sun: [...sunday],
  },
  exceptions: [],
});

const toDaily = (from: string, to: string): Hours => toHours([{ from, to }], [{ from, to }], [{ from, to }]);

const practice = toHours(
  [
    { from: "08:00", to: "12:30" },
    { from: "13:30", to: "18:00" },
  ],
  [{ from: "09:00", to: "13:00" }],
  [],
);

const office = toHours([{ from: "09:00", to: "18:00" }], [], []);

const lateFloor = toHours([{ from: "08:00", to: "22:00" }], [{ from: "10:00", to: "18:00" }], []);

export const demoBuyers: readonly Buyer[] = [
  {
    name: "Bright Smile Group",
    targets: [
      {
        name: "Bright Smile downtown",
        phone: "+12125550111",
        concurrencyMax: 2,
        caps: [
          { on: "connected", period: "day", limit: 200 },
          { on: "converted", period: "month", limit: 3000, mode: "at-conversion" },
        ],
        revenue: {
          kind: "fixed",
          micros: "42000000",
          conversion: { kind: "length", seconds: 30, from: "connection" },
        },
        hours: practice,
      },
      {
        name: "Bright Smile north",
        phone: "+12125550112",
        concurrencyMax: 1,
        revenue: {
          kind: "fixed",
          micros: "38000000",
          conversion: { kind: "length", seconds: 30, from: "connection" },
        },
        hours: toDaily("07:00", "21:00"),
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
        revenue: {
          kind: "per-minute",
          microsPerMinute: "12000000",
          incrementSeconds: 6,
          minimumSeconds: 120,
          conversion: { kind: "length", seconds: 30, from: "connection" },
        },
        hours: lateFloor,
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
        revenue: {
          kind: "fixed",
          micros: "55000000",
          conversion: { kind: "length", seconds: 30, from: "connection" },
        },
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
        revenue: {
          kind: "fixed",
          micros: "48000000",
          conversion: { kind: "length", seconds: 60, from: "connection" },
        },
        hours: toDaily("06:00", "20:00"),
        timeZone: "America/Chicago",
      },
      {
        name: "Reliable west",
        phone: "+13125550123",
        concurrencyMax: 2,
        revenue: {
          kind: "fixed",
          micros: "48000000",
          conversion: { kind: "length", seconds: 60, from: "connection" },
        },
        hours: toDaily("12:00", "02:00"),
        timeZone: "America/Los_Angeles",
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
        revenue: {
          kind: "fixed",
          micros: "31500000",
          conversion: { kind: "length", seconds: 90, from: "connection" },
        },
        hours: lateFloor,
        timeZone: "America/Chicago",
      },
    ],
  },
  {
    name: "Evergreen Insurance",
    prepaid: { creditLimitMicros: 250_000_000n, paidMicros: 25_000_000_000n },
    targets: [
      {
        name: "Evergreen quotes",
        phone: "+14155550132",
        concurrencyMax: 5,
        revenue: {
          kind: "tiers",
          tiers: [
            { fromSeconds: 30, micros: "10000000" },
            { fromSeconds: 90, micros: "30000000" },
            { fromSeconds: 300, micros: "55000000" },
          ],
        },
        hours: office,
        timeZone: "America/Los_Angeles",
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
        revenue: {
          kind: "fixed",
          micros: "4000000",
          conversion: { kind: "length", seconds: 20, from: "connection" },
        },
      },
    ],
  },
];
