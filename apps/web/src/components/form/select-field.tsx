import type { FieldValues } from "react-hook-form";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select.tsx";
import { FieldFrame, useField, type FieldProps } from "./field.tsx";

export type Option = { value: string; label: string };

type SelectFieldProps<Values extends FieldValues, Body> = FieldProps<Values, Body, string> & {
  options: readonly Option[];
};

/** One of a few; for many to search among there are the pickers. */
export const SelectField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
  options,
}: SelectFieldProps<Values, Body>) => {
  const { value, error, onChange, onBlur, ref } = useField({ control, name });
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      {(wiring) => (
        <Select value={value} onValueChange={onChange}>
          <SelectTrigger {...wiring} ref={ref} onBlur={onBlur}>
            <SelectValue placeholder="Choose" />
          </SelectTrigger>
          <SelectContent>
            {options.map((option) => (
              <SelectItem key={option.value} value={option.value}>
                {option.label}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      )}
    </FieldFrame>
  );
};
