import { highRiskWords, toAttestationsText } from "@ccp/contract";
import { attestations, highRiskPrefixes } from "@ccp/engine";
import { TriangleAlert } from "lucide-react";
import { useWatch, type Control } from "react-hook-form";
import { AttestationsField } from "#components/form/attestations-field.tsx";
import { ChoicesField } from "#components/form/choices-field.tsx";
import { CountriesField } from "#components/form/countries-field.tsx";
import { FormSection } from "#components/form/form-section.tsx";
import { toDialText } from "./dial-text.ts";
import type { AccountBody, AccountValues } from "./account-values.ts";

type SectionProps = { control: Control<AccountValues, unknown, AccountBody> };

export const CallsWeTakeSection = ({ control }: SectionProps) => (
  <FormSection
    control={control}
    title="Calls we take"
    names={["attestations"]}
    summary={(values) =>
      toAttestationsText(attestations.filter((each) => values.attestations.includes(each)))
    }
  >
    <AttestationsField control={control} name="attestations" label="Attestations we take" />
    <p className="text-label text-grey-11">A campaign may set its own.</p>
  </FormSection>
);

const prefixOptions = highRiskPrefixes.map((prefix) => ({
  value: prefix,
  label: prefix,
  hint: highRiskWords[prefix],
}));

export const WhomWeDialSection = ({ control }: SectionProps) => (
  <FormSection
    control={control}
    title="Whom we dial"
    names={["dialCountries", "highRiskPrefixes"]}
    summary={({ dialCountries, highRiskPrefixes: prefixes }) => toDialText(dialCountries, prefixes)}
  >
    <CountriesField
      control={control}
      name="dialCountries"
      label="Countries we dial"
      hint="Targets with a phone number elsewhere cannot be entered, and those there are take no calls. SIP addresses are not concerned."
    />
    <ChoicesField
      control={control}
      name="highRiskPrefixes"
      label="High-risk numbers we dial all the same"
      options={prefixOptions}
    />
    <HighRiskWarning control={control} />
  </FormSection>
);

/** Said as soon as one is allowed, before it is saved. */
const HighRiskWarning = ({ control }: SectionProps) => {
  const allowed = useWatch({ control, name: "highRiskPrefixes" });
  if (allowed.length === 0) return null;
  return (
    <p role="status" className="flex items-start gap-2 text-warn">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        Whoever can enter a target can now have {allowed.join(", ")} dialled at your cost. Toll fraud lives on
        such numbers: allow only what a buyer of yours needs.
      </span>
    </p>
  );
};
