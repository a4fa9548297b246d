import type { Claim } from "#cap/counter.ts";
import { toMicros } from "#money.ts";
import { toRateWindowMs } from "#rate/rate.ts";
import { createAgenda } from "./agenda.ts";
import type { PastDial } from "./past-call.ts";

/** The name of a number that calls raise and lower: calls at once, a rate's window, a cap's counter, a buyer's spending. */
export type TideKey = string;

export const toSlotKey = (targetId: string): TideKey => `slot ${targetId}`;
export const toSharedKey = (key: string): TideKey => `shared ${key}`;
export const toBegunKey = (key: string): TideKey => `rate ${key}`;
export const toSpentKey = (buyerId: number): TideKey => `spent ${buyerId}`;

/** By how much a number changes at a moment (epoch ms). */
type Change = { at: number; key: TideKey; by: bigint };

/** Numbers as the calls told so far have made them. */
export type Tides = { tell(dial: PastDial): void; advance(until: number): void; read(key: TideKey): bigint };

/** What a claim holds while its dial is under way. */
const toOpen = ({ on, mode, micros }: Claim): bigint => {
  if (on === "dialled" || on === "connected") return 1n;
  if (mode === "at-conversion" || on === "payout") return 0n;
  return on === "converted" ? 1n : toMicros(micros ?? "0");
};

/** What is left of it once the dial is over. */
const toClosed = ({ on }: Claim, dial: PastDial): bigint => {
  if (on === "dialled") return 1n;
  if (on === "connected") return dial.isConnected ? 1n : 0n;
  if (on === "converted") return dial.hasConverted ? 1n : 0n;
  return on === "revenue" ? dial.revenueMicros : 0n;
};

const toChanges = (dial: PastDial): Change[] => {
  const { leg, at, endedAt } = dial;
  const held = toMicros(leg.prepaid?.heldMicros ?? "0");
  const during = (key: TideKey, until: number, [open, closed]: readonly [bigint, bigint]): Change[] => [
    { at, key, by: open },
    { at: until, key, by: closed - open },
  ];
  return [
    ...during(toSlotKey(leg.targetId), endedAt, [1n, 0n]),
    ...(leg.shared ?? []).flatMap((key) => during(toSharedKey(key), endedAt, [1n, 0n])),
    ...(leg.rate === undefined ? [] : during(toBegunKey(leg.rate), at + toRateWindowMs(leg.rate), [1n, 0n])),
    ...(leg.claims ?? []).flatMap((claim) =>
      during(claim.counter, endedAt, [toOpen(claim), toClosed(claim, dial)]),
    ),
    ...(leg.buyerId === null ? [] : during(toSpentKey(leg.buyerId), endedAt, [held, dial.revenueMicros])),
  ];
};

/** Numbers that start at zero. Law: what is told of the same dials reads the same at the same moment. */
export const createTides = (): Tides => {
  const agenda = createAgenda<Change>();
  const sums = new Map<TideKey, bigint>();
  return {
    tell: (dial) => {
      for (const change of toChanges(dial)) if (change.by !== 0n) agenda.add(change);
    },
    advance: (until) => {
      for (const { key, by } of agenda.take(until)) sums.set(key, (sums.get(key) ?? 0n) + by);
    },
    read: (key) => sums.get(key) ?? 0n,
  };
};
