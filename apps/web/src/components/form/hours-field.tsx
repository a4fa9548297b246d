import type { Hours } from "@ccp/engine";
import { useId, useRef } from "react";
import { get, useFormState, type FieldValues } from "react-hook-form";
import { Button } from "#ui/button.tsx";
import { Label } from "#ui/label.tsx";
import { Switch } from "#ui/switch.tsx";
import { useField, type FieldProps } from "./field.tsx";
import { newHours, presets } from "./hours/edit-hours.ts";
import { ExceptionList } from "./hours/exception-list.tsx";
import { HoursTextInput } from "./hours/hours-text-input.tsx";
import { OpenNow } from "./hours/open-now.tsx";
import { WeekGrid } from "./hours/week-grid.tsx";

type HoursFieldProps<Values extends FieldValues, Body> = FieldProps<Values, Body, Hours | null> & {
  /** The zone whose clock the hours are on. */
  timeZone: string;
  /** What holds while there are none. */
  off?: string;
};

/** Opening hours, or none for always open: a week, as a grid and as text, and the dates that do not follow it. */
export const HoursField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
  timeZone,
  off = "Off: open around the clock, every day.",
}: HoursFieldProps<Values, Body>) => {
  const id = useId();
  const { value, error, onChange } = useField<Values, Body, Hours | null>({ control, name });
  const { errors } = useFormState({ control });
  const kept = useRef(value ?? newHours);
  const change = (next: Hours): void => {
    kept.current = next;
    onChange(next);
  };
  const toFault = (path: string): string | undefined => {
    const fault: unknown = get(errors, `${name}.${path}.message`);
    return typeof fault === "string" ? fault : undefined;
  };
  return (
    <div
      data-field={name}
      role="group"
      aria-labelledby={`${id}-label`}
      className="grid min-w-0 grid-cols-1 gap-3"
    >
      <div className="flex items-start gap-2.5">
        <Switch
          id={id}
          checked={value !== null}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-note`}
          onCheckedChange={(isLimited) => onChange(isLimited ? kept.current : null)}
        />
        <div className="grid gap-0.5">
          <Label id={`${id}-label`} htmlFor={id} className="text-body">
            {label}
          </Label>
          <p
            id={`${id}-note`}
            className={error === undefined ? "text-label text-grey-11" : "text-label font-medium text-bad"}
          >
            {error ?? (value === null ? off : hint)}
          </p>
        </div>
      </div>
      {value !== null && (
        <HoursEditor hours={value} toFault={toFault} timeZone={timeZone} onChange={change} />
      )}
    </div>
  );
};

type HoursEditorProps = {
  hours: Hours;
  timeZone: string;
  toFault: (path: string) => string | undefined;
  onChange: (hours: Hours) => void;
};

const HoursEditor = ({ hours, timeZone, toFault, onChange }: HoursEditorProps) => {
  const { weekly, exceptions } = hours;
  const toFaults = (path: string, count: number): (string | undefined)[] =>
    Array.from(
      { length: count },
      (_, place) =>
        toFault(`${path}.${place}`) ?? toFault(`${path}.${place}.from`) ?? toFault(`${path}.${place}.to`),
    );
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      <OpenNow hours={hours} timeZone={timeZone} />
      <div role="group" aria-label="Presets" className="flex flex-wrap gap-2">
        {presets.map((preset) => (
          <Button key={preset.name} onClick={() => onChange({ weekly: preset.weekly, exceptions })}>
            {preset.name}
          </Button>
        ))}
      </div>
      <HoursTextInput weekly={weekly} onChange={(next) => onChange({ weekly: next, exceptions })} />
      <WeekGrid
        weekly={weekly}
        toFaults={toFaults}
        onChange={(next) => onChange({ weekly: next, exceptions })}
      />
      <ExceptionList
        exceptions={exceptions}
        toFault={toFault}
        toFaults={toFaults}
        onChange={(next) => onChange({ weekly, exceptions: next })}
      />
    </div>
  );
};
