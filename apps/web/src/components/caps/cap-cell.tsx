import type { CapUsage } from "@ccp/contract";
import { useId } from "react";
import { useSession } from "#api/session.ts";
import { useField } from "#components/form/field.tsx";
import { cn } from "#lib/cn.ts";
import { formatMoney } from "#lib/format-money.ts";
import { readMoney, toTypedMoney } from "#lib/typed-fields.ts";
import { Input } from "#ui/input.tsx";
import type { CapsControl } from "./caps-control.ts";
import { isUsedUp } from "./is-used-up.ts";

type CapCellProps = {
  control: CapsControl;
  name: string;
  isMoney: boolean;
  /** What the whole is called, and what stands above it where there is no heading. */
  words: { label: string; heading: string };
  /** Undefined where no cap is saved. */
  usage: CapUsage | undefined;
};

/** "12 of 50", "$900.00 of $1,000.00", and by how much it is over. */
const toUsageText = (usage: CapUsage, currency: string): string => {
  if (!("micros" in usage)) return `${usage.used} of ${usage.limit}`;
  const over = BigInt(usage.used) - BigInt(usage.micros);
  const more = over > 0n ? `, over by ${formatMoney(over.toString(), currency)}` : "";
  return `${formatMoney(usage.used, currency)} of ${formatMoney(usage.micros, currency)}${more}`;
};

/** One cap: its number or amount, or nothing for none, and what it has counted. */
export const CapCell = ({ control, name, isMoney, words, usage }: CapCellProps) => {
  const id = useId();
  const { currency } = useSession().account;
  const { value, error, onChange, onBlur, ref } = useField<Record<string, string>, unknown, string>({
    control,
    name,
  });
  const note = error ?? (usage === undefined ? undefined : toUsageText(usage, currency));
  const leave = (): void => {
    const reading = isMoney ? readMoney(value) : { kind: "unread" as const };
    if (reading.kind === "read") onChange(toTypedMoney(reading.micros));
    onBlur();
  };
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
        inputMode={isMoney ? "decimal" : "numeric"}
        className="text-right tabular-nums"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={leave}
      />
      <p
        id={`${id}-note`}
        className={cn(
          "mt-1 min-h-[1lh] text-right text-label text-grey-11 tabular-nums",
          usage !== undefined && isUsedUp(usage) && "font-medium text-warn",
          error !== undefined && "text-left font-medium text-bad",
        )}
      >
        {note}
      </p>
    </div>
  );
};
