import { toRevenueText } from "@ccp/contract";
import { useWatch } from "react-hook-form";
import { useSession } from "#api/session.ts";
import { FormSection } from "#components/form/form-section.tsx";
import { MoneyField } from "#components/form/money-field.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import type { RecordForm } from "#components/form/use-record-form.ts";
import { formatMoney } from "#lib/format-money.ts";
import { revenueText } from "./revenue-form.ts";
import type { TargetBody, TargetValues } from "./target-form.ts";
import { TierFields } from "./tier-fields.tsx";

type Form = RecordForm<TargetValues, TargetBody>["form"];

const kinds = [
  { value: "fixed", label: "A fixed amount", hint: "The same for each call that converts." },
  { value: "per-minute", label: "By the minute", hint: "In steps of some seconds." },
  { value: "tiers", label: "By tiers", hint: "An amount by how long the call lasted." },
];

const fieldNames = [
  "revenue.micros",
  "revenue.microsPerMinute",
  "revenue.incrementSeconds",
  "revenue.minimumSeconds",
  "revenue.conversion.seconds",
  "revenue.tiers",
] as const;

/** What the buyer owes for a call. */
export const TermsSection = ({ form: { control } }: { form: Form }) => {
  const { currency } = useSession().account;
  const kind = useWatch({ control, name: "revenue.kind" });
  const toSummary = ({ revenue }: TargetValues): string => {
    const { data } = revenueText.safeParse(revenue);
    return data === undefined ? "" : toRevenueText(data, (micros) => formatMoney(micros, currency));
  };
  return (
    <FormSection control={control} title="Terms" names={fieldNames} summary={toSummary} isOpenAtFirst>
      <RadioField control={control} name="revenue.kind" label="The buyer pays" options={kinds} />
      {kind === "fixed" && (
        <MoneyField control={control} name="revenue.micros" label="Revenue" per="a call" />
      )}
      {kind === "per-minute" && <PerMinuteFields control={control} />}
      {kind === "tiers" ? <TierFields control={control} /> : <ConversionFields control={control} />}
    </FormSection>
  );
};

const conditions = [
  { value: "dialled", label: "Is dialled", hint: "Nobody else is dialled then, even if nobody answers." },
  { value: "connected", label: "Is connected" },
  { value: "length", label: "Has lasted for some time", hint: "And the two are still connected then." },
  {
    value: "webhook",
    label: "Is reported by the buyer's system",
    hint: "It sends the id of a connected call to /api/v1/conversions with an API key, and perhaps an amount.",
  },
];

const beginnings = [
  { value: "connection", label: "The connection" },
  { value: "dial", label: "The dial" },
  { value: "incoming", label: "The call's arrival" },
];

/** What makes the buyer owe the revenue. */
const ConversionFields = ({ control }: Pick<Form, "control">) => {
  const kind = useWatch({ control, name: "revenue.conversion.kind" });
  return (
    <>
      <RadioField
        control={control}
        name="revenue.conversion.kind"
        label="A call converts when it"
        options={conditions}
      />
      {kind === "length" && (
        <>
          <NumberField
            control={control}
            name="revenue.conversion.seconds"
            label="Revenue after"
            unit="seconds"
          />
          <SelectField
            control={control}
            name="revenue.conversion.from"
            label="Counted from"
            options={beginnings}
          />
        </>
      )}
    </>
  );
};

const PerMinuteFields = ({ control }: Pick<Form, "control">) => (
  <>
    <MoneyField
      control={control}
      name="revenue.microsPerMinute"
      label="Revenue"
      per="a minute"
      hint="Booked when the call has ended and its length is final."
    />
    <NumberField
      control={control}
      name="revenue.incrementSeconds"
      label="Steps"
      unit="seconds"
      hint="A step that has begun is paid for in full. 60: each minute that has begun."
    />
    <NumberField
      control={control}
      name="revenue.minimumSeconds"
      label="Minimum"
      unit="seconds"
      hint="A call that is paid for counts as this long at least. 0: as long as it was."
    />
  </>
);
