import { toAttestationsText } from "@ccp/contract";
import { attestations } from "@ccp/engine";
import { useQuery } from "@tanstack/react-query";
import { accountQuery } from "#api/settings-queries.ts";
import { AttestationsField } from "#components/form/attestations-field.tsx";
import { FormSection } from "#components/form/form-section.tsx";
import { InheritedField } from "#components/form/inherited-field.tsx";
import type { CampaignControl } from "./campaign-fields.tsx";

/** Which calls the campaign takes by their attestation: the account's demand until it has its own. */
export const AttestationsSection = ({ control }: CampaignControl) => {
  const { data: account } = useQuery(accountQuery);
  const inherited = account?.attestations ?? null;
  return (
    <FormSection
      control={control}
      title="Calls taken"
      names={["attestations"]}
      summary={({ attestations: own }) =>
        own === null ? `${toAttestationsText(inherited)}, from the account` : toAttestationsText(own)
      }
    >
      <InheritedField
        control={control}
        name="attestations"
        label="Attestations taken"
        inherited={{ text: toAttestationsText(inherited), from: "the account" }}
        start={inherited ?? [...attestations]}
      >
        <AttestationsField control={control} name="attestations" label="Attestations taken" />
      </InheritedField>
    </FormSection>
  );
};
