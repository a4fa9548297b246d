import type { Control, FieldPathByValue, FieldValues } from "react-hook-form";
import { useField } from "#components/form/field.tsx";
import { MoneyField } from "#components/form/money-field.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { WindowFields } from "#components/repeat/window-fields.tsx";

const kinds = [
  { value: "fixed", label: "A fixed amount" },
  {
    value: "revenue-share",
    label: "A share of the revenue",
    hint: "Of what the buyer owes for the same call, rounded down.",
  },
];

const nothing = {
  value: "nothing",
  label: "Nothing",
  hint: "Only calls that a payout rule takes are paid.",
};

const dues = [
  { value: "incoming", label: "Comes in", hint: "Whatever becomes of it, unless it is blocked or paused." },
  { value: "connected", label: "Is connected" },
  { value: "converted", label: "Converts", hint: "When the buyer owes for it, by the terms of the target." },
  { value: "length", label: "Has lasted for some time" },
];

const repeats = [
  { value: "off", label: "Is paid for each time" },
  { value: "days", label: "Is paid for once within some days" },
  { value: "ever", label: "Is paid for once" },
];

const payees = [
  { value: "publisher", label: "For each publisher by itself" },
  { value: "campaign", label: "For all publishers together", hint: "Who brought the caller first is paid." },
];

/** Where a form has payout terms. */
export const payoutNames = {
  kind: "payout.kind",
  micros: "payout.micros",
  basisPoints: "payout.basisPoints",
  minMicros: "payout.minMicros",
  maxMicros: "payout.maxMicros",
  dueKind: "payout.due.kind",
  dueSeconds: "payout.due.seconds",
  repeats: "payout.duplicates.window.kind",
  repeatDays: "payout.duplicates.window.days",
  across: "payout.duplicates.across",
} as const;

type Names<Values extends FieldValues> = {
  [Name in "kind" | "dueKind" | "repeats" | "across"]: FieldPathByValue<Values, string>;
} & {
  [
    Name in "micros" | "basisPoints" | "minMicros" | "maxMicros" | "dueSeconds" | "repeatDays"
  ]: FieldPathByValue<Values, string | null>;
};

type PayoutFieldsProps<Values extends FieldValues, Body> = {
  control: Control<Values, unknown, Body>;
  /** `payoutNames`, which the form's own type has to know. */
  names: Names<Values>;
  label?: string;
  /** Whether nothing at all may be paid. */
  mayBeNothing?: boolean;
};

/** What a publisher is paid for a call, and when. */
export const PayoutFields = <Values extends FieldValues, Body>({
  control,
  names,
  label = "The publisher is paid",
  mayBeNothing = false,
}: PayoutFieldsProps<Values, Body>) => {
  const kind = useField<Values, Body, string>({ control, name: names.kind }).value;
  const due = useField<Values, Body, string>({ control, name: names.dueKind }).value;
  return (
    <>
      <RadioField
        control={control}
        name={names.kind}
        label={label}
        options={mayBeNothing ? [...kinds, nothing] : kinds}
      />
      {kind === "fixed" && <MoneyField control={control} name={names.micros} label="Payout" per="a call" />}
      {kind === "revenue-share" && <ShareFields control={control} names={names} />}
      {kind !== "nothing" && (
        <RadioField control={control} name={names.dueKind} label="When a call" options={dues} />
      )}
      {kind !== "nothing" && due === "length" && (
        <NumberField
          control={control}
          name={names.dueSeconds}
          label="Payout after"
          unit="seconds"
          hint="How long caller and target have to have been connected."
        />
      )}
      <RepeatFields control={control} names={names} />
    </>
  );
};

/** How often the publisher is paid for one caller. */
const RepeatFields = <Values extends FieldValues, Body>({
  control,
  names,
}: PayoutFieldsProps<Values, Body>) => {
  const { value } = useField<Values, Body, string>({ control, name: names.repeats });
  return (
    <>
      <WindowFields
        control={control}
        names={{ kind: names.repeats, days: names.repeatDays }}
        label="A caller who calls again"
        hint="In this campaign. While a first call may still be paid, a second one is not."
        options={repeats}
      />
      {value !== "off" && (
        <RadioField control={control} name={names.across} label="Counted" options={payees} />
      )}
    </>
  );
};

const ShareFields = <Values extends FieldValues, Body>({
  control,
  names,
}: PayoutFieldsProps<Values, Body>) => (
  <>
    <NumberField
      control={control}
      name={names.basisPoints}
      label="Share"
      unit="% of the revenue"
      takesDecimals
    />
    <MoneyField
      control={control}
      name={names.minMicros}
      label="At least"
      per="a call"
      hint="Owed even where the revenue is less. Empty: no minimum."
    />
    <MoneyField
      control={control}
      name={names.maxMicros}
      label="At most"
      per="a call"
      hint="Empty: no maximum."
    />
  </>
);
