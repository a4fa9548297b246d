import { attestationWords, type NumberResource } from "@ccp/contract";
import { attestations } from "@ccp/engine";
import { useForm, useWatch, type Control } from "react-hook-form";
import { useTimeZone } from "#api/session.ts";
import { FormSection } from "#components/form/form-section.tsx";
import { NounField } from "#components/form/noun-field.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { TimeZoneField } from "#components/form/time-zone-field.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import { toZoneCity } from "#lib/time-zones.ts";
import { Button } from "#ui/button.tsx";
import type { TrialValues } from "./trial-values.ts";

const noNumber = "none";

const rowsOptions = [
  { value: "published", label: "As published" },
  { value: "draft", label: "As in the draft" },
];

const carrierNames = ["city", "state", "zip", "country", "attestation"] as const;

const attestationOptions = attestations.map((value) => ({
  value,
  label: attestationWords[value].label,
}));

const toNumberOption = ({ id, number, label, publisher }: NumberResource) => ({
  value: String(id),
  label: [formatPhone(number), label, publisher?.name ?? ""].filter((part) => part !== "").join(" · "),
});

const toCarrierSummary = (values: TrialValues): string => {
  const { city, state, zip, country, attestation } = values;
  const place = [city, state, zip, country].filter((part) => part !== "").join(", ");
  const attested = attestation === "none" ? "" : `attested ${attestation}`;
  return [place, attested].filter((part) => part !== "").join("; ") || "Nothing but the number";
};

type TrialFormProps = {
  asked: TrialValues;
  numbers: readonly NumberResource[];
  /** Whether there is a draft of the plan. */
  hasDraft: boolean;
  isAsking: boolean;
  /** What the server said against the caller that was typed. */
  objection: string | undefined;
  onAsk: (values: TrialValues) => void;
};

/** Who calls which number when, and what the carrier would say of it. */
export const TrialForm = ({ asked, numbers, hasDraft, isAsking, objection, onAsk }: TrialFormProps) => {
  const { control, handleSubmit } = useForm<TrialValues>({
    defaultValues: {
      ...asked,
      number: asked.number === "" ? noNumber : asked.number,
      rows: asked.rows === "draft" ? "draft" : "published",
    },
  });
  const number = useWatch({ control, name: "number" });
  const send = handleSubmit((values) =>
    onAsk({
      ...values,
      number: values.number === noNumber ? "" : values.number,
      rows: values.rows === "draft" ? "draft" : "",
    }),
  );
  return (
    <form noValidate className="grid grid-cols-1 gap-4" onSubmit={(event) => void send(event)}>
      <TextField control={control} name="from" label="Caller" hint="A phone number, or “anonymous”." />
      {objection !== undefined && (
        <p role="alert" className="-mt-2 text-label font-medium text-bad">
          {objection}
        </p>
      )}
      <SelectField
        control={control}
        name="number"
        label="Number that is called"
        options={[{ value: noNumber, label: "No number in particular" }, ...numbers.map(toNumberOption)]}
      />
      {number === noNumber && (
        <NounField
          control={control}
          name="publisher"
          label="Publisher"
          noun="publisherId"
          none="No publisher"
        />
      )}
      <MomentFields control={control} />
      <CarrierFields control={control} />
      {(hasDraft || asked.rows === "draft") && (
        <SelectField control={control} name="rows" label="Rows of the plan" options={rowsOptions} />
      )}
      <TextField
        control={control}
        name="seed"
        label="Draw"
        hint="Decides the draws by weight: the same text draws the same."
      />
      <Button type="submit" variant="primary" disabled={isAsking}>
        {isAsking ? "Asking" : "Test"}
      </Button>
    </form>
  );
};

const CarrierFields = ({ control }: { control: Control<TrialValues> }) => (
  <FormSection
    control={control}
    title="What the carrier says"
    names={carrierNames}
    summary={toCarrierSummary}
  >
    <div className="grid grid-cols-2 gap-4">
      <TextField control={control} name="city" label="City" />
      <TextField control={control} name="state" label="State" placeholder="CA" />
      <TextField control={control} name="zip" label="Zip code" />
      <TextField control={control} name="country" label="Country" placeholder="US" />
    </div>
    <SelectField
      control={control}
      name="attestation"
      label="Attestation of the caller's number"
      options={attestationOptions}
    />
  </FormSection>
);

const MomentFields = ({ control }: { control: Control<TrialValues> }) => {
  const zone = useTimeZone();
  return (
    <>
      <TextField control={control} name="when" label="When" type="datetime-local" hint="Empty: now." />
      <TimeZoneField
        control={control}
        name="zone"
        label="On the clock of"
        none={`The account (${toZoneCity(zone)})`}
      />
    </>
  );
};
