import { toLegs } from "#call/dial-leg.ts";
import type { DialLeg } from "#call/event.ts";
import type { PastCall, PastDial } from "./past-call.ts";

/** What came of the calls that rang a target first. */
export type Sample = {
  dialled: number;
  connected: number;
  converted: number;
  revenueMicros: bigint;
  /** Of the conversations that converted. */
  convertedSeconds: number[];
  /** How long its legs lasted, all together. */
  heldMs: number;
};

/** What a campaign's calls came to. */
type CampaignSample = { converted: number; payoutMicros: bigint; dials: number; heldMs: number };

export type History = {
  targets: ReadonlyMap<string, Sample>;
  campaigns: ReadonlyMap<string | null, CampaignSample>;
};

const newSample = (): Sample => ({
  dialled: 0,
  connected: 0,
  converted: 0,
  revenueMicros: 0n,
  convertedSeconds: [],
  heldMs: 0,
});

/** Those that the first decision chose. */
export const listFirstLegs = ({ decided: { choice } }: Pick<PastCall, "decided">): readonly DialLeg[] =>
  choice.kind === "dial" ? toLegs(choice) : [];

const addDial = (sample: Sample, dial: PastDial): void => {
  sample.dialled += 1;
  if (dial.isConnected || dial.hasConverted) sample.connected += 1;
  if (dial.hasConverted) {
    sample.converted += 1;
    sample.revenueMicros += dial.revenueMicros;
    sample.convertedSeconds.push(dial.connectedSeconds);
  }
  sample.heldMs += dial.endedAt - dial.at;
};

const addCall = (sample: CampaignSample, { dials, payoutMicros }: PastCall): void => {
  for (const { at, endedAt, hasConverted } of dials) {
    sample.dials += 1;
    sample.heldMs += endedAt - at;
    if (!hasConverted) continue;
    sample.converted += 1;
    sample.payoutMicros += payoutMicros;
  }
};

/** How targets and campaigns fared, told call by call in whatever order. */
export const createHistory = (): History & { add(call: PastCall): void } => {
  const targets = new Map<string, Sample>();
  const campaigns = new Map<string | null, CampaignSample>();
  const add = (call: PastCall): void => {
    const { campaignId } = call.arrived;
    const own = campaigns.get(campaignId) ?? { converted: 0, payoutMicros: 0n, dials: 0, heldMs: 0 };
    campaigns.set(campaignId, own);
    addCall(own, call);
    const first = new Set(listFirstLegs(call).map(({ attempt }) => attempt));
    for (const dial of call.dials) {
      if (!first.has(dial.leg.attempt)) continue;
      const { targetId } = dial.leg;
      const sample = targets.get(targetId) ?? newSample();
      targets.set(targetId, sample);
      addDial(sample, dial);
    }
  };
  return { targets, campaigns, add };
};
