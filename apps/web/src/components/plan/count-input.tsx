import { useId } from "react";
import { cn } from "#lib/cn.ts";
import { Input } from "#ui/input.tsx";

type CountInputProps = {
  label: string;
  /** Whose number it is. */
  of: string;
  value: string;
  error: string | undefined;
  /** What the number comes to, beside it. */
  note?: string | undefined;
  onChange: (value: string) => void;
  onSettle?: () => void;
  className?: string;
};

/** A number of a plan's row, held as it is typed. */
export const CountInput = ({
  label,
  of,
  value,
  error,
  note,
  onChange,
  onSettle,
  className,
}: CountInputProps) => {
  const id = useId();
  return (
    <div className={cn("grid gap-1 max-md:order-4", className)}>
      <label htmlFor={id} className="text-label font-medium md:sr-only">
        {label} <span className="sr-only">of {of}</span>
      </label>
      <span className="flex items-center gap-2">
        <Input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined && note === undefined ? undefined : `${id}-note`}
          className="w-16 text-right tabular-nums"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={({ relatedTarget }) => {
            if (onSettle === undefined) return;
            onSettle();
            // A row that comes into another place would take the focus with it out of what is focused next.
            if (relatedTarget instanceof HTMLElement) queueMicrotask(() => relatedTarget.focus());
          }}
        />
        {note !== undefined && error === undefined && (
          <span id={`${id}-note`} className="text-label whitespace-nowrap text-grey-11 tabular-nums">
            {note}
          </span>
        )}
      </span>
      {error !== undefined && (
        <span id={`${id}-note`} className="text-label font-medium text-bad">
          {error}
        </span>
      )}
    </div>
  );
};
