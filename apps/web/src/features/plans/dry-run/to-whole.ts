import { subtractMoney } from "#lib/format-money.ts";

/** Revenue and payout, in micros. */
export type Earned = { revenueMicros: string; payoutMicros: string };

export const toMarginOf = ({ revenueMicros, payoutMicros }: Earned): string =>
  subtractMoney(revenueMicros, payoutMicros);

const centMicros = 10_000n;

/** An estimate is no more exact than to the cent: half a cent and more is a whole one. */
export const toWhole = (micros: string): string => {
  const amount = BigInt(micros);
  const half = amount < 0n ? -centMicros / 2n : centMicros / 2n;
  return (((amount + half) / centMicros) * centMicros).toString();
};
