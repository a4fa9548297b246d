import { useWatch, type Control, type FieldValues } from "react-hook-form";
import { MoneyField } from "#components/form/money-field.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { WindowFields } from "#components/repeat/window-fields.tsx";
import { ConversionFields } from "./conversion-fields.tsx";
import type { RevenueControl } from "./revenue-control.ts";
import type { RevenueValues } from "./revenue-form.ts";
import { TierFields } from "./tier-fields.tsx";

const kinds = [
  { value: "fixed", label: "A fixed amount", hint: "The same for each call that converts." },
  { value: "per-minute", label: "By the minute", hint: "In steps of some seconds." },
  { value: "tiers", label: "By tiers", hint: "An amount by how long the call lasted." },
];

const repeats = [
  { value: "off", label: "Counts each time" },
  { value: "days", label: "Counts once within some days" },
  { value: "ever", label: "Counts once" },
];

type RevenueFieldsProps<Values extends FieldValues & { revenue: RevenueValues | null }, Body> = {
  control: Control<Values, unknown, Body>;
};

/** What a buyer owes for a call, in any form that holds it as `revenue`; not rendered while that is null. */
export const RevenueFields = <Values extends FieldValues & { revenue: RevenueValues | null }, Body>(
  props: RevenueFieldsProps<Values, Body>,
) => {
  // Whatever else the form holds, these fields are in it.
  const control = props.control as unknown as RevenueControl;
  const kind = useWatch({ control, name: "revenue.kind" });
  return (
    <>
      <RadioField control={control} name="revenue.kind" label="The buyer pays" options={kinds} />
      {kind === "fixed" && (
        <MoneyField control={control} name="revenue.micros" label="Revenue" per="a call" />
      )}
      {kind === "per-minute" && <PerMinuteFields control={control} />}
      {kind === "tiers" ? <TierFields control={control} /> : <ConversionFields control={control} />}
      <WindowFields
        control={control}
        names={{ kind: "revenue.oncePerCaller.kind", days: "revenue.oncePerCaller.days" }}
        label="A caller who converts again"
        hint="With any target of the same buyer. While a first call may still convert, a second one does not."
        options={repeats}
      />
    </>
  );
};

const PerMinuteFields = ({ control }: { control: RevenueControl }) => (
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
