import { RotateCcw } from "lucide-react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { Button } from "#ui/button.tsx";
import { useField, type FieldProps } from "./field.tsx";

type InheritedFieldProps<Values extends FieldValues, Body, Value> = Omit<
  FieldProps<Values, Body, Value | null>,
  "hint"
> & {
  /** The value that holds while nothing is set here, and whose it is. */
  inherited: { text: string; from: string };
  /** What the field starts with when it is set here. */
  start: Value;
  /** The field that sets it here, under the same name. */
  children: ReactNode;
};

/** A value that comes from above until it is set here; null in the form while it does. */
export const InheritedField = <Values extends FieldValues, Body, Value = string>({
  control,
  name,
  label,
  inherited,
  start,
  children,
}: InheritedFieldProps<Values, Body, Value>) => {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const hasTurned = useRef(false);
  const { value, onChange } = useField<Values, Body, Value | null>({ control, name });
  const isInherited = value === null;
  // The button that had the focus is gone after the turn; the focus goes on to what took its place.
  useEffect(() => {
    if (hasTurned.current) frame.current?.querySelector<HTMLElement>("input, button")?.focus();
    hasTurned.current = false;
  });
  const turn = (next: Value | null): void => {
    hasTurned.current = true;
    onChange(next);
  };
  return (
    <div ref={frame} className="grid min-w-0 grid-cols-1 gap-1.5">
      {isInherited ? (
        <div data-field={name} role="group" aria-labelledby={id} className="grid grid-cols-1 gap-1.5">
          <p id={id} className="text-label font-medium">
            {label}
          </p>
          <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
            <span>{inherited.text}</span>
            <span className="text-label text-grey-11">from {inherited.from}</span>
            <Button onClick={() => turn(start)}>Set here</Button>
          </div>
        </div>
      ) : (
        <>
          {children}
          <Button
            variant="link"
            className="h-auto min-h-6 justify-self-start text-left text-label whitespace-normal [&_svg]:size-3"
            onClick={() => turn(null)}
          >
            <RotateCcw aria-hidden />
            Reset to {inherited.text} from {inherited.from}
          </Button>
        </>
      )}
    </div>
  );
};
