import type { ComponentProps } from "react";
import type { FieldValues } from "react-hook-form";
import { Input } from "#ui/input.tsx";
import { FieldFrame, useField, type FieldProps } from "./field.tsx";

type TextFieldProps<Values extends FieldValues, Body> = FieldProps<Values, Body, string | null> &
  Pick<
    ComponentProps<"input">,
    "type" | "autoComplete" | "placeholder" | "disabled" | "spellCheck" | "className"
  >;

export const TextField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
  ...input
}: TextFieldProps<Values, Body>) => {
  const { value, error, onChange, onBlur, ref } = useField({ control, name });
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      {(wiring) => (
        <Input
          autoComplete="off"
          {...input}
          {...wiring}
          ref={ref}
          name={name}
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </FieldFrame>
  );
};
