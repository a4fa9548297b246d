import { readTime } from "#lib/hours-text.ts";
import { cn } from "#lib/cn.ts";
import { Input } from "#ui/input.tsx";

type TimeInputProps = {
  label: string;
  value: string;
  isFaulty: boolean;
  onChange: (value: string) => void;
};

/** A time of day typed as people type it (9, 930, 5pm), and written out when left. */
export const TimeInput = ({ label, value, isFaulty, onChange }: TimeInputProps) => {
  const leave = (): void => {
    const time = readTime(value);
    if (time !== undefined && time !== value) onChange(time);
  };
  return (
    <Input
      aria-label={label}
      aria-invalid={isFaulty}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={leave}
      className={cn("w-16 px-1.5 text-center tabular-nums max-md:w-20")}
    />
  );
};
