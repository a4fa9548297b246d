import type { Control, FieldPathByValue, FieldValues } from "react-hook-form";
import { useField } from "#components/form/field.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { SelectField, type Option } from "#components/form/select-field.tsx";

type WindowFieldsProps<Values extends FieldValues, Body> = {
  control: Control<Values, unknown, Body>;
  /** Where the form holds the choice and its days. */
  names: { kind: FieldPathByValue<Values, string>; days: FieldPathByValue<Values, string | null> };
  label: string;
  hint?: string;
  /** What the choices are called: off, ever, and within some days. */
  options: readonly Option[];
};

/** How far back an earlier call of the same caller counts. */
export const WindowFields = <Values extends FieldValues, Body>({
  control,
  names,
  label,
  hint,
  options,
}: WindowFieldsProps<Values, Body>) => {
  const { value } = useField<Values, Body, string>({ control, name: names.kind });
  return (
    <>
      <SelectField control={control} name={names.kind} label={label} hint={hint} options={options} />
      {value === "days" && (
        <NumberField
          control={control}
          name={names.days}
          label="Within"
          unit="days"
          hint="Counted by the hour: a day is 24 hours."
        />
      )}
    </>
  );
};
