import type { DialLeg } from "#call/event.ts";
import type { History, Sample } from "./history.ts";
import type { PastDial } from "./past-call.ts";

/** Whether the next of so many is among those that came to something, as evenly spread as can be. */
const isDue = (part: number, whole: number, before: number): boolean =>
  whole > 0 && Math.floor(((before + 1) * part) / whole) > Math.floor((before * part) / whole);

/** How long a dial holds its target: as its own do on the whole, else as the campaign's. */
const toHeldMs = (sample: Sample | undefined, campaign: { dials: number; heldMs: number } | undefined) => {
  if (sample !== undefined && sample.dialled > 0) return Math.round(sample.heldMs / sample.dialled);
  return campaign === undefined || campaign.dials === 0 ? 0 : Math.round(campaign.heldMs / campaign.dials);
};

/** Imagines dials that were never made, each target's in turn. */
export type Imagination = (leg: DialLeg, call: { at: number; campaignId: string | null }) => PastDial;

/** What became of dials that were never made: of a target's, as many convert as did of those that were. */
export const createImagination = ({ targets, campaigns }: History): Imagination => {
  const imagined = new Map<string, number>();
  return (leg, { at, campaignId }) => {
    const sample = targets.get(leg.targetId);
    const before = imagined.get(leg.targetId) ?? 0;
    imagined.set(leg.targetId, before + 1);
    const { dialled = 0, connected = 0, converted = 0, revenueMicros = 0n } = sample ?? {};
    const hasConverted = isDue(converted, dialled, before);
    return {
      leg,
      at,
      endedAt: at + toHeldMs(sample, campaigns.get(campaignId)),
      isConnected: hasConverted || isDue(connected, dialled, before),
      hasConverted,
      connectedSeconds: 0,
      revenueMicros: hasConverted ? revenueMicros / BigInt(converted) : 0n,
    };
  };
};
