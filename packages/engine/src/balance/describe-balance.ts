import { toMicros, toMoneyText } from "#money.ts";
import type { BalanceNumbers } from "./prepaid.ts";

/** A balance that was too small in words: "3.20 USD left, 35.00 USD needed". What is left includes the credit. */
export const describeBalance = (
  { balanceMicros, creditLimitMicros, neededMicros }: BalanceNumbers,
  currency: string,
): string => {
  if (balanceMicros === null) return "its balance was not known yet";
  const credit = toMicros(creditLimitMicros);
  const needed = toMicros(neededMicros);
  const left = `${toMoneyText(toMicros(balanceMicros) + credit, currency)} left`;
  const withCredit = credit > 0n ? `${left} with a credit of ${toMoneyText(credit, currency)}` : left;
  return needed > 0n ? `${withCredit}, ${toMoneyText(needed, currency)} needed` : withCredit;
};
