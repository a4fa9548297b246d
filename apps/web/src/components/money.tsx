import { formatMoney, isZeroMoney } from "#lib/format-money.ts";
import { cn } from "#lib/cn.ts";

type MoneyProps = { micros: string; currency: string; className?: string };

export const Money = ({ micros, currency, className }: MoneyProps) => (
  <span className={cn("tabular-nums", isZeroMoney(micros) && "text-grey-11", className)}>
    {formatMoney(micros, currency)}
  </span>
);
