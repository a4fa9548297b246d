import { createTargetGroupBody, strategyWords, type TargetGroup } from "@ccp/contract";
import { strategies } from "@ccp/engine";
import type { Control } from "react-hook-form";
import type { z } from "zod";
import { RadioField } from "#components/form/radio-field.tsx";
import { TextField } from "#components/form/text-field.tsx";

/** The settings of a group; its status has a switch of its own. */
export const targetGroupForm = createTargetGroupBody.pick({ name: true, strategy: true }).required();

type TargetGroupValues = z.input<typeof targetGroupForm>;

type TargetGroupBody = z.output<typeof targetGroupForm>;

export const newTargetGroup: TargetGroupValues = { name: "", strategy: "weighted" };

export const toTargetGroupValues = ({ name, strategy }: TargetGroup): TargetGroupValues => ({
  name,
  strategy,
});

const options = strategies.map((value) => ({
  value,
  label: strategyWords[value].label,
  hint: strategyWords[value].text,
}));

type TargetGroupFieldsProps = { control: Control<TargetGroupValues, unknown, TargetGroupBody> };

export const TargetGroupFields = ({ control }: TargetGroupFieldsProps) => (
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
