import { createTargetGroupBody, strategyWords, type TargetGroup } from "@ccp/contract";
import { strategies } from "@ccp/engine";
import { useWatch, type Control } from "react-hook-form";
import type { z } from "zod";
import { numberText, toTypedNumber } from "#lib/typed-fields.ts";
import { toTypedCaps, typedCaps } from "#lib/typed-caps.ts";
import { NumberField } from "#components/form/number-field.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { toTypedExpectation, typedExpectation } from "#lib/typed-expectation.ts";

/** The settings of a group; its status has a switch of its own. */
export const targetGroupForm = createTargetGroupBody
  .pick({ name: true, strategy: true })
  .required()
  .extend({ expectation: typedExpectation });

const { shape } = createTargetGroupBody;

/** The same with what a group that is there already takes. */
export const targetGroupSettingsForm = targetGroupForm.extend({
  caps: typedCaps,
  concurrencyMax: numberText(shape.concurrencyMax.unwrap()),
});

type TargetGroupValues = z.input<typeof targetGroupForm>;

type TargetGroupBody = z.output<typeof targetGroupForm>;

export const newTargetGroup: TargetGroupValues = {
  name: "",
  strategy: "weighted",
  expectation: toTypedExpectation(null),
};

export const toTargetGroupValues = ({
  name,
  strategy,
  expectation,
  caps,
  concurrencyMax,
}: TargetGroup): z.input<typeof targetGroupSettingsForm> => ({
  name,
  strategy,
  expectation: toTypedExpectation(expectation),
  caps: toTypedCaps(caps),
  concurrencyMax: toTypedNumber(concurrencyMax),
});

const options = strategies.map((value) => ({
  value,
  label: strategyWords[value].label,
  hint: strategyWords[value].text,
}));

type TargetGroupFieldsProps<Values extends TargetGroupValues, Body> = {
  control: Control<Values, unknown, Body>;
};

export const TargetGroupFields = <Values extends TargetGroupValues, Body>(
  props: TargetGroupFieldsProps<Values, Body>,
) => {
  // Whatever else the form holds, these fields are in it.
  const control = props.control as unknown as GroupControl;
  return (
    <>
      <TextField
        control={control}
        name="name"
        label="Name"
        hint="As your team and the routing of a call name it."
      />
      <RadioField
        control={control}
        name="strategy"
        label="How a member is picked"
        hint="Among the members that are open when a call comes."
        options={options}
      />
      <ExpectationFields control={control} />
    </>
  );
};

type GroupControl = Control<TargetGroupValues, unknown, TargetGroupBody>;

const units = [
  { value: "days", label: "Days", hint: "Days of UTC, today among them." },
  { value: "hours", label: "Hours", hint: "The present hour among them." },
] as const;

/** Where members are picked by expected revenue: by what came of which calls. */
const ExpectationFields = ({ control }: { control: GroupControl }) => {
  const strategy = useWatch({ control, name: "strategy" });
  if (strategy !== "best-expected-revenue") return null;
  return (
    <>
      <NumberField
        control={control}
        name="expectation.count"
        label="By what came of the last"
        unit="hours or days"
        hint="Of the calls of the same campaign, at most 30."
      />
      <RadioField control={control} name="expectation.unit" label="Counted in" options={units} />
      <NumberField
        control={control}
        name="expectation.trainingCalls"
        label="Training"
        unit="calls"
        hint="Until a member has had so many calls in that time, it is tried in turn."
      />
    </>
  );
};
