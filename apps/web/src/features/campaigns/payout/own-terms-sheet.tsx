import type { Campaign, CampaignPayout } from "@ccp/contract";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { NounField } from "#components/form/noun-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { toast } from "#lib/toast.ts";
import { PayoutFields, payoutNames } from "./payout-fields.tsx";
import { toPayoutValues } from "./payout-form.ts";
import { ownTermsForm, type OwnTerms, type OwnTermsList } from "./use-own-terms.ts";

type OwnTermsSheetProps = {
  campaign: Campaign;
  /** Null for a publisher that is yet to be chosen; it starts with the campaign's terms. */
  listed: CampaignPayout | null;
  list: OwnTermsList;
  onClose: () => void;
};

/** The terms of one publisher in the campaign. */
export const OwnTermsSheet = ({ campaign, listed, list, onClose }: OwnTermsSheetProps) => {
  const record = useCreateForm({
    schema: ownTermsForm,
    values: {
      publisherId: listed?.publisher.id ?? "",
      payout: toPayoutValues(listed === null ? campaign.payout : listed.payout),
    },
    create: (terms: OwnTerms) =>
      list.set({ ...terms, rules: listed?.rules ?? [], enabled: listed?.enabled ?? true }),
    onCreated: () => {
      toast.success(`Saved the terms in ${campaign.name}`);
      onClose();
    },
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title={listed === null ? "A publisher's own terms" : `Terms of ${listed.publisher.name}`}
      description={`What holds for this publisher's calls in ${campaign.name}, from the next call on.`}
      saveText="Save terms"
      onClose={onClose}
    >
      {listed === null && (
        <NounField control={control} name="publisherId" label="Publisher" noun="publisherId" />
      )}
      <PayoutFields control={control} names={payoutNames} mayBeNothing />
    </FormSheet>
  );
};
