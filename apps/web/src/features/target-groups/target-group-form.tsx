import { createTargetGroupBody, strategyWords, type TargetGroup } from "@ccp/contract";
import { strategies } from "@ccp/engine";
import type { Control } from "react-hook-form";
import type { z } from "zod";
import { numberText, toTypedNumber } from "#lib/typed-fields.ts";
import { toTypedCaps, typedCaps } from "#lib/typed-caps.ts";
import { RadioField } from "#components/form/radio-field.tsx";
import { TextField } from "#components/form/text-field.tsx";

/** The settings of a group; its status has a switch of its own. */
export const targetGroupForm = createTargetGroupBody.pick({ name: true, strategy: true }).required();

const { shape } = createTargetGroupBody;

/** The same with what a group that is there already takes. */
export const targetGroupSettingsForm = targetGroupForm.extend({
  caps: typedCaps,
  concurrencyMax: numberText(shape.concurrencyMax.unwrap()),
});

type TargetGroupValues = z.input<typeof targetGroupForm>;

type TargetGroupBody = z.output<typeof targetGroupForm>;

export const newTargetGroup: TargetGroupValues = { name: "", strategy: "weighted" };

export const toTargetGroupValues = ({
  name,
  strategy,
  caps,
  concurrencyMax,
}: TargetGroup): z.input<typeof targetGroupSettingsForm> => ({
  name,
  strategy,
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
  const control = props.control as unknown as Control<TargetGroupValues, unknown, TargetGroupBody>;
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
    </>
  );
};
