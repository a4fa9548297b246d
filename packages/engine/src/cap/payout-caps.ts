import type { CampaignBook } from "#book.ts";
import { isFull, type CapNumbers, type CapsUsed } from "./judge-caps.ts";
import { toClaims, type Claim } from "./counter.ts";
import type { OwnedCaps } from "./owner.ts";

/** The caps on a publisher's payout as its call came in: what it counts for, and the one that was full. */
export type PayoutCaps = {
  claims: readonly Claim[];
  used: CapsUsed;
  /** Null where there was room: then the call is paid for, whatever others have come to meanwhile. */
  full: (CapNumbers & { timeZone: string }) | null;
};

/** The caps on the payout of the publisher that brought a call; undefined where it has none. */
export const findPublisherCaps = (
  { publisherCaps }: Pick<CampaignBook, "publisherCaps">,
  publisherId: string | null,
): OwnedCaps | undefined => {
  if (publisherId === null || publisherCaps === undefined) return undefined;
  const caps = Object.hasOwn(publisherCaps, publisherId) ? publisherCaps[publisherId] : undefined;
  return caps && { owner: { scope: "publisher", id: publisherId, name: "" }, caps };
};

/** Judges a publisher's caps by what they had counted when its call came in, at `at` (epoch ms). */
export const judgePayoutCaps = (owned: OwnedCaps, used: CapsUsed, at: number): PayoutCaps => {
  const { list, timeZone } = owned.caps;
  const numbers = list.map((cap, index): CapNumbers => ({ ...cap, used: used[index] ?? "0" }));
  const full = numbers.find((cap) => isFull(cap, cap.used, 0n));
  return {
    claims: toClaims([owned], 0n, at).claims,
    used,
    full: full === undefined ? null : { ...full, timeZone },
  };
};
