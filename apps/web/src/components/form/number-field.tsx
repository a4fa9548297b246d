import type { FieldValues } from "react-hook-form";
import { FieldFrame, useField, type FieldProps } from "./field.tsx";
import { UnitInput } from "./unit-input.tsx";

type NumberFieldProps<Values extends FieldValues, Body> = FieldProps<Values, Body, string | null> & {
  unit: string;
  /** What an empty field means, such as "No limit". */
  placeholder?: string;
  /** Not only whole numbers. */
  takesDecimals?: boolean;
};

/** A number and its unit, held as it is typed. */
export const NumberField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
  unit,
  placeholder,
  takesDecimals = false,
}: NumberFieldProps<Values, Body>) => {
  const { value, error, onChange, onBlur, ref } = useField({ control, name });
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      {(wiring) => (
        <UnitInput
          {...wiring}
          ref={ref}
          name={name}
          unit={unit}
          inputMode={takesDecimals ? "decimal" : "numeric"}
          placeholder={placeholder}
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </FieldFrame>
  );
};
