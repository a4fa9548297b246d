import type { Campaign } from "@ccp/contract";
import { client } from "#api/client.ts";
import { CapsSection } from "#components/caps/caps-section.tsx";
import { useOwnerUsage } from "#components/caps/use-owner-usage.ts";
import type { CampaignControl } from "./campaign-fields.tsx";

type CampaignCapsProps = CampaignControl & { campaign: Pick<Campaign, "id"> };

/** How many calls the campaign's targets take together, and how much they come to. */
export const CampaignCaps = ({ control, campaign: { id } }: CampaignCapsProps) => {
  const params = { id };
  const usage = useOwnerUsage("campaign", id, () => client.getCampaignUsage({ params }));
  return (
    <CapsSection
      control={control}
      title="Caps"
      on={["dialled", "connected", "converted", "revenue"]}
      note="Over all targets of the plan together. When they have had so many of the campaign's calls, or have come to so much, callers go to the fallback, which is not counted, or hear the apology, until the hour, day or month ends on the campaign's clock."
      usage={usage}
      reset={{ ofWhat: "this campaign", send: (body) => client.resetCampaignCaps({ params, body }) }}
    />
  );
};
