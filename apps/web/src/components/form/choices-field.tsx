import { useId } from "react";
import type { FieldValues } from "react-hook-form";
import { cn } from "#lib/cn.ts";
import { Checkbox } from "#ui/checkbox.tsx";
import { useField, type FieldProps } from "./field.tsx";
import type { Option } from "./select-field.tsx";

/** More than so many stand in two columns. */
const columnMax = 6;

type ChoicesFieldProps<Values extends FieldValues, Body> = FieldProps<
  Values,
  Body,
  readonly string[] | null
> & {
  options: readonly (Option & { hint?: string })[];
};

/** Any number of a few, all in sight, each with what it means; the form holds them in the order of the options. */
export const ChoicesField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
  options,
}: ChoicesFieldProps<Values, Body>) => {
  const id = useId();
  const { value, error, onChange, ref } = useField<Values, Body, readonly string[] | null>({ control, name });
  const note = error ?? hint;
  const turn = (each: string, isOn: boolean): void =>
    onChange(
      options
        .map((option) => option.value)
        .filter((other) => (other === each ? isOn : value?.includes(other) === true)),
    );
  return (
    <div
      data-field={name}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={note === undefined ? undefined : `${id}-note`}
      className="grid min-w-0 grid-cols-1 gap-1.5"
    >
      <p id={`${id}-label`} className="text-label font-medium">
        {label}
      </p>
      <div
        className={cn("grid grid-cols-1 gap-x-4 gap-y-1.5", options.length > columnMax && "sm:grid-cols-2")}
      >
        {options.map((option, index) => (
          <label key={option.value} className="flex items-start gap-2">
            <Checkbox
              ref={index === 0 ? ref : undefined}
              className="mt-0.5"
              checked={value?.includes(option.value) === true}
              onCheckedChange={(isOn) => turn(option.value, isOn === true)}
            />
            <span className="min-w-0">
              {option.label}
              {option.hint !== undefined && (
                <span className="block text-label text-grey-11">{option.hint}</span>
              )}
            </span>
          </label>
        ))}
      </div>
      {note !== undefined && (
        <p
          id={`${id}-note`}
          className={error === undefined ? "text-label text-grey-11" : "text-label font-medium text-bad"}
        >
          {note}
        </p>
      )}
    </div>
  );
};
