import { Megaphone } from "lucide-react";
import { NounList } from "#components/noun/noun-list.tsx";
import { CampaignBulkActions } from "./campaign-bulk-actions.tsx";
import { campaignFields, campaignListing } from "./campaign-listing.tsx";
import { NewCampaignSheet } from "./new-campaign-sheet.tsx";

export const CampaignListPage = () => (
  <NounList
    listing={campaignListing}
    title="Campaigns"
    purpose="Where calls come in and which targets they go to."
    fields={campaignFields}
    csv="exportCampaigns"
    empty={{
      icon: Megaphone,
      title: "No campaigns yet",
      text: "A campaign ties your numbers to an ordered list of targets: who calls in is offered to the first target that is open. Start from a template of your line of business.",
    }}
    Sheet={NewCampaignSheet}
    BulkActions={CampaignBulkActions}
  />
);
