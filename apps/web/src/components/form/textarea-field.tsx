import type { FieldValues } from "react-hook-form";
import { Textarea } from "#ui/textarea.tsx";
import { FieldFrame, useField, type FieldProps } from "./field.tsx";

type TextareaFieldProps<Values extends FieldValues, Body> = FieldProps<Values, Body, string> & {
  rows?: number;
  className?: string | undefined;
};

export const TextareaField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
  rows = 3,
  className,
}: TextareaFieldProps<Values, Body>) => {
  const { value, error, onChange, onBlur, ref } = useField({ control, name });
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      {(wiring) => (
        <Textarea
          {...wiring}
          ref={ref}
          name={name}
          rows={rows}
          className={className}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </FieldFrame>
  );
};
