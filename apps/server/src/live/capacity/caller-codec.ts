import type { DialStanding, RememberedCall } from "@ccp/engine";

type PackedDial = readonly [targetId: string, buyerId: number | null, at: number, standing: number];

type PackedCall = readonly [
  callId: string,
  at: number,
  campaignId: string | null,
  publisherId: string | null,
  payout: number,
  ...dials: PackedDial[],
];

const standings: readonly DialStanding[] = ["ringing", "talking", "connected", "converted"];
const payouts: readonly RememberedCall["payout"][] = ["none", "open", "earned"];

/** Calls as a short text: millions of small objects would keep the collector of garbage busy. */
export const encodeCalls = (calls: readonly RememberedCall[]): string =>
  JSON.stringify(
    calls.map(({ callId, at, campaignId, publisherId, payout, dials }): PackedCall => {
      const packed = dials.map((dial): PackedDial => {
        const { targetId, buyerId, standing } = dial;
        return [targetId, buyerId, dial.at, standings.indexOf(standing)];
      });
      return [callId, at, campaignId, publisherId, payouts.indexOf(payout), ...packed];
    }),
  );

/** Reads what `encodeCalls` wrote; throws on a text that it never wrote. */
export const decodeCalls = (text: string): RememberedCall[] =>
  (JSON.parse(text) as PackedCall[]).map(([callId, at, campaignId, publisherId, payout, ...dials]) => ({
    callId,
    at,
    campaignId,
    publisherId,
    payout: payouts[payout] ?? "none",
    dials: dials.map(([targetId, buyerId, dialledAt, standing]) => ({
      targetId,
      buyerId,
      at: dialledAt,
      standing: standings[standing] ?? "ringing",
    })),
  }));
