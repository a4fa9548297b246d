import type { Campaign } from "@ccp/contract";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { PageForm } from "#components/form/page-form.tsx";
import { showSaved } from "#components/form/show-saved.ts";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { AttestationsSection } from "./attestations-section.tsx";
import { CampaignCaps } from "./campaign-caps.tsx";
import { campaignForm, toCampaignValues } from "./campaign-form.ts";
import {
  ApologySection,
  BasicsSection,
  CallerIdSection,
  DiallingSection,
  PayoutSection,
  PlaceSection,
  RecordingSection,
} from "./campaign-sections.tsx";
import { FallbackSection } from "./fallback-section.tsx";
import { CampaignRules } from "./payout/campaign-rules.tsx";
import { OwnTerms } from "./payout/own-terms.tsx";
import { RepeatsSection } from "./repeats-section.tsx";

/** Everything about a campaign but its targets and numbers, in sections that say how they stand. */
export const CampaignSettings = ({ campaign }: { campaign: Campaign }) => {
  const { account } = useSession();
  const renew = useRenew();
  const params = { id: campaign.id };
  const record = useEditForm({
    schema: campaignForm,
    noun: campaign,
    toValues: toCampaignValues,
    update: (body) => client.updateCampaign({ params, body }),
    reload: () => client.getCampaign({ params }),
    onSaved: (_, changes) => {
      showSaved(changes, account);
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <PageForm record={record} label="Settings">
      <div>
        <h2 className="sr-only">Settings</h2>
        <BasicsSection control={control} />
        <PayoutSection
          control={control}
          ruleCount={campaign.payoutRules.length}
          rules={<CampaignRules campaign={campaign} />}
        >
          <OwnTerms campaign={campaign} />
        </PayoutSection>
        <DiallingSection control={control} />
        <CampaignCaps control={control} campaign={campaign} />
        <RecordingSection control={control} />
        <CallerIdSection control={control} />
        <AttestationsSection control={control} />
        <RepeatsSection control={control} />
        <ApologySection control={control} />
        <FallbackSection control={control} />
        <PlaceSection control={control} />
      </div>
    </PageForm>
  );
};
