import { useWatch } from "react-hook-form";
import { FormSection } from "#components/form/form-section.tsx";
import { InheritedField } from "#components/form/inherited-field.tsx";
import { NounField } from "#components/form/noun-field.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { PhoneField } from "#components/form/phone-field.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { ProtectionSection } from "#components/repeat/protection-section.tsx";
import type { RecordForm } from "#components/form/use-record-form.ts";
import type { TargetBody, TargetValues } from "./target-form.ts";
import { TermsSection } from "./terms-section.tsx";
import { FilterSection } from "./filter-section.tsx";
import { TargetCapsSection } from "./caps-section.tsx";
import { useInheritedRingTime } from "./use-inherited-ring-time.ts";

type Form = RecordForm<TargetValues, TargetBody>["form"];

type TargetFieldsProps = {
  form: Form;
  /** Null for one that is yet to be made. */
  id: string | null;
  /** Its own; null for the account's. */
  timeZone: string | null;
};

/** The settings of a target, whether it is new or not. */
export const TargetFields = ({ form, id, timeZone }: TargetFieldsProps) => (
  <>
    <TextField control={form.control} name="name" label="Name" />
    <NounField
      control={form.control}
      name="buyerId"
      label="Buyer"
      noun="buyerId"
      hint="Who pays for the calls that it takes."
    />
    <DestinationFields form={form} />
    <TermsSection form={form} />
    <FilterSection control={form.control} timeZone={timeZone} isOpenAtFirst={id !== null} />
    <ProtectionSection
      control={form.control}
      hint="Whatever campaign the calls come to. The buyer may refuse callers at all its targets."
      isOpenAtFirst={id !== null}
    />
    <TargetCapsSection control={form.control} id={id} />
    <DiallingSection form={form} id={id} />
  </>
);

const DestinationFields = ({ form: { control } }: { form: Form }) => {
  const kind = useWatch({ control, name: "destination.kind" });
  return (
    <>
      <RadioField
        control={control}
        name="destination.kind"
        label="Destination"
        options={[
          { value: "phone", label: "Phone number" },
          { value: "sip", label: "SIP address" },
        ]}
      />
      {kind === "phone" ? (
        <PhoneField control={control} name="destination.address" label="Phone number" />
      ) : (
        <TextField
          control={control}
          name="destination.address"
          label="SIP address"
          spellCheck={false}
          hint="Such as sip:sales@pbx.example.com."
        />
      )}
    </>
  );
};

const toDiallingSummary = ({ ringTimeoutSeconds }: TargetValues): string =>
  ringTimeoutSeconds === null ? "Rings as the campaign says" : `Rings for ${ringTimeoutSeconds} seconds`;

const DiallingSection = ({ form: { control }, id }: Pick<TargetFieldsProps, "form" | "id">) => (
  <FormSection
    control={control}
    title="Dialling"
    names={["ringTimeoutSeconds"]}
    summary={toDiallingSummary}
    isOpenAtFirst={id !== null}
  >
    <InheritedField
      control={control}
      name="ringTimeoutSeconds"
      label="Ring time"
      inherited={useInheritedRingTime(id)}
      start="25"
    >
      <NumberField control={control} name="ringTimeoutSeconds" label="Ring time" unit="seconds" />
    </InheritedField>
  </FormSection>
);
