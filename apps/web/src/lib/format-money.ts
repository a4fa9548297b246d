const microsDigits = 6;

/** Millionths as plain decimal text: "-12.5" for -12500000. */
const toDecimal = (micros: bigint): Intl.StringNumericLiteral => {
  const digits = (micros < 0n ? -micros : micros).toString().padStart(microsDigits + 1, "0");
  const text = `${micros < 0n ? "-" : ""}${digits.slice(0, -microsDigits)}.${digits.slice(-microsDigits)}`;
  return text as Intl.StringNumericLiteral;
};

/** Every digit that is not zero is shown: a tenth of a cent is never rounded away in silence. */
export const formatMoney = (micros: string, currency: string): string =>
  new Intl.NumberFormat("en-US", { style: "currency", currency, maximumFractionDigits: microsDigits }).format(
    toDecimal(BigInt(micros)),
  );

/** An amount that is added or taken away, with its sign; nothing has none. */
export const formatSignedMoney = (micros: string, currency: string): string =>
  `${BigInt(micros) > 0n ? "+" : ""}${formatMoney(micros, currency)}`;

export const isZeroMoney = (micros: string): boolean => BigInt(micros) === 0n;

export const subtractMoney = (micros: string, less: string): string =>
  (BigInt(micros) - BigInt(less)).toString();
