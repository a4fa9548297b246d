import { cn } from "#lib/cn.ts";
import { formatPhone } from "#lib/format-phone.ts";

type PhoneProps = { number: string; className?: string };

export const Phone = ({ number, className }: PhoneProps) => (
  <span className={cn("whitespace-nowrap tabular-nums", className)} title={number}>
    {formatPhone(number)}
  </span>
);
