import { createCampaignBody, type Campaign } from "@ccp/contract";

const usualSeconds = createCampaignBody.shape.ringTimeoutSeconds.parse(undefined);

const toSeconds = (from: number, to: number): string =>
  from === to ? `${from} seconds` : `${from} to ${to} seconds`;

/** The ring time that a target has from the campaigns that dial it; without any, from the next one to do so. */
export const toInheritedRingTime = (campaigns: readonly Pick<Campaign, "name" | "ringTimeoutSeconds">[]) => {
  const seconds = campaigns.map(({ ringTimeoutSeconds }) => ringTimeoutSeconds);
  const [only, ...others] = campaigns;
  if (only === undefined)
    return { text: toSeconds(usualSeconds, usualSeconds), from: "the campaign, usually" };
  return {
    text: toSeconds(Math.min(...seconds), Math.max(...seconds)),
    from: others.length === 0 ? `the campaign ${only.name}` : `its ${campaigns.length} campaigns`,
  };
};
