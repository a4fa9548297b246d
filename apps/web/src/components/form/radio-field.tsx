import { useId } from "react";
import type { FieldValues } from "react-hook-form";
import { RadioGroup, RadioGroupItem } from "#ui/radio-group.tsx";
import { useField, type FieldProps } from "./field.tsx";
import type { Option } from "./select-field.tsx";

type RadioFieldProps<Values extends FieldValues, Body> = FieldProps<Values, Body, string> & {
  options: readonly (Option & { hint?: string })[];
};

/** One of two or three, all in sight, each with what it means. */
export const RadioField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
  options,
}: RadioFieldProps<Values, Body>) => {
  const id = useId();
  const { value, error, onChange, ref } = useField({ control, name });
  const note = error ?? hint;
  return (
    <div data-field={name} className="min-w-0">
      <p id={`${id}-label`} className="mb-1.5 text-label font-medium">
        {label}
      </p>
      <RadioGroup
        ref={ref}
        aria-labelledby={`${id}-label`}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        aria-invalid={error !== undefined}
        value={value}
        onValueChange={onChange}
      >
        {options.map((option) => (
          <label key={option.value} className="flex items-start gap-2">
            <RadioGroupItem value={option.value} className="mt-0.5" />
            <span>
              {option.label}
              {option.hint !== undefined && (
                <span className="block text-label text-grey-11">{option.hint}</span>
              )}
            </span>
          </label>
        ))}
      </RadioGroup>
      {note !== undefined && (
        <p
          id={`${id}-note`}
          className={
            error === undefined ? "mt-1.5 text-label text-grey-11" : "mt-1.5 text-label font-medium text-bad"
          }
        >
          {note}
        </p>
      )}
    </div>
  );
};
