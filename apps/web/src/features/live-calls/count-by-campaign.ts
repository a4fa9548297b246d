import type { CallSummary } from "@ccp/contract";

export type CampaignLine = {
  campaign: CallSummary["campaign"];
  total: number;
  steps: Record<NonNullable<CallSummary["step"]>, number>;
};

/** The calls of each campaign by what they are at, the busiest campaign first. */
export const countByCampaign = (calls: readonly CallSummary[]): CampaignLine[] => {
  const lines = new Map<string, CampaignLine>();
  for (const { campaign, step } of calls) {
    const key = campaign?.id ?? "";
    const line = lines.get(key) ?? {
      campaign,
      total: 0,
      steps: { routing: 0, dialling: 0, talking: 0, ending: 0 },
    };
    line.total += 1;
    if (step !== null) line.steps[step] += 1;
    lines.set(key, line);
  }
  return [...lines.values()].toSorted((one, other) => other.total - one.total);
};
