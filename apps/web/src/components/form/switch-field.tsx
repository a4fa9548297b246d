import { useId, type ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { Label } from "#ui/label.tsx";
import { Switch } from "#ui/switch.tsx";
import { useField, type FieldProps } from "./field.tsx";

type SwitchFieldProps<Values extends FieldValues, Body> = FieldProps<Values, Body, boolean> & {
  /** Fields that only matter while it is on; what is typed there is kept while it is off. */
  children?: ReactNode;
};

export const SwitchField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
  children,
}: SwitchFieldProps<Values, Body>) => {
  const id = useId();
  const { value, error, onChange, ref } = useField({ control, name });
  const note = error ?? hint;
  return (
    <div data-field={name} className="grid min-w-0 grid-cols-1 gap-3">
      <div className="flex items-start gap-2.5">
        <Switch
          ref={ref}
          id={id}
          checked={value}
          onCheckedChange={onChange}
          aria-invalid={error !== undefined}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
        />
        <div className="grid gap-0.5">
          <Label htmlFor={id} className="text-body">
            {label}
          </Label>
          {note !== undefined && (
            <p
              id={`${id}-note`}
              className={error === undefined ? "text-label text-grey-11" : "text-label font-medium text-bad"}
            >
              {note}
            </p>
          )}
        </div>
      </div>
      {value && children}
    </div>
  );
};
