import type { CapUsage } from "@ccp/contract";
import { useId } from "react";
import type { Control } from "react-hook-form";
import { useField } from "#components/form/field.tsx";
import { cn } from "#lib/cn.ts";
import { Input } from "#ui/input.tsx";
import type { TargetBody, TargetValues } from "./target-form.ts";

type CapCellProps = {
  control: Control<TargetValues, unknown, TargetBody>;
  on: CapUsage["on"];
  period: CapUsage["period"];
  /** What the whole is called, and what stands above it where there is no heading. */
  words: { label: string; heading: string };
  /** Undefined where no cap is saved. */
  usage: CapUsage | undefined;
};

/** One cap: its number, or nothing for none, and what it has counted. */
export const CapCell = ({ control, on, period, words, usage }: CapCellProps) => {
  const id = useId();
  const name = `caps.limits.${on}.${period}` as const;
  const { value, error, onChange, onBlur, ref } = useField<TargetValues, TargetBody, string>({
    control,
    name,
  });
  const note = error ?? (usage === undefined ? undefined : `${usage.used} of ${usage.limit}`);
  const isFull = usage !== undefined && usage.used >= usage.limit;
  return (
    <div data-field={name} className="min-w-0">
      <span aria-hidden className="mb-1 block text-label text-grey-11 md:hidden">
        {words.heading}
      </span>
      <Input
        ref={ref}
        name={name}
        aria-label={words.label}
        aria-invalid={error !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        autoComplete="off"
        inputMode="numeric"
        className="text-right tabular-nums"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
      <p
        id={`${id}-note`}
        className={cn(
          "mt-1 min-h-[1lh] text-right text-label text-grey-11 tabular-nums",
          isFull && "font-medium text-warn",
          error !== undefined && "text-left font-medium text-bad",
        )}
      >
        {note}
      </p>
    </div>
  );
};
