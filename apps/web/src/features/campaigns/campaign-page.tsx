import type { Campaign } from "@ccp/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { campaignQuery } from "#api/campaign-queries.ts";
import { referencesQuery } from "#api/party-queries.ts";
import { planRowsQuery } from "#api/plan-queries.ts";
import { useMay } from "#api/session.ts";
import { ArchiveButton } from "#components/noun/archive-button.tsx";
import { CloneLink } from "#components/noun/clone-link.tsx";
import { NounPage } from "#components/noun/noun-page.tsx";
import { NounView, type NounTab } from "#components/noun/noun-view.tsx";
import { LazyCampaignTester } from "#components/trial/lazy-campaign-tester.tsx";
import { paths } from "#paths.ts";
import { CampaignNumbers } from "./campaign-numbers.tsx";
import { CampaignOverview } from "./campaign-overview.tsx";
import { CampaignSettings } from "./campaign-settings.tsx";
import { NoticeStrip } from "./notice-strip.tsx";
import { CampaignRouting } from "./routing/campaign-routing.tsx";
import { toVerticalName } from "./vertical-name.ts";

export const CampaignPage = () => {
  const { id } = useParams<{ id: string }>();
  const { data, error, refetch } = useQuery(campaignQuery(id));
  // What speaks against its use and who else goes by its plan stand over what follows: known before it is shown.
  const planId = data?.plan.id ?? "";
  const known = { enabled: data !== undefined, placeholderData: keepPreviousData };
  const rows = useQuery({ ...planRowsQuery(planId), ...known });
  const uses = useQuery({ ...referencesQuery("plan", planId), ...known });
  const isPending = rows.isPending || uses.isPending;
  return (
    <NounPage noun="campaign" query={{ data: isPending ? undefined : data, error, refetch }}>
      {(campaign) => <CampaignView campaign={campaign} />}
    </NounPage>
  );
};

const toTabs = (campaign: Campaign, mayWrite: boolean): NounTab[] => [
  { id: "overview", label: "Overview", content: <CampaignOverview campaign={campaign} /> },
  { id: "routing", label: "Routing", content: <CampaignRouting campaign={campaign} /> },
  { id: "test", label: "Test", content: <LazyCampaignTester campaignId={campaign.id} /> },
  { id: "numbers", label: "Numbers", content: <CampaignNumbers campaign={campaign} /> },
  ...(mayWrite
    ? [{ id: "settings", label: "Settings", content: <CampaignSettings campaign={campaign} /> }]
    : []),
];

const CampaignView = ({ campaign }: { campaign: Campaign }) => {
  const mayWrite = useMay("write");
  return (
    <NounView
      noun="campaign"
      row={campaign}
      purpose={toVerticalName(campaign.vertical)}
      actions={
        mayWrite && (
          <>
            <CloneLink toList={paths.campaigns.list} id={campaign.id} />
            <ArchiveButton noun="campaign" row={campaign} />
          </>
        )
      }
      notice={<NoticeStrip campaign={campaign} />}
      tabs={toTabs(campaign, mayWrite)}
    />
  );
};
