import { z } from "zod";

const microsDigits = 6;

/** An amount as it stands in a field, "12.50" for 12500000 micros: two decimals or as many as it needs. */
export const toTypedMoney = (micros: string): string => {
  const digits = micros.padStart(microsDigits + 1, "0");
  return `${digits.slice(0, -microsDigits)}.${digits.slice(-microsDigits).replace(/0{1,4}$/, "")}`;
};

const plain = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/;

type MoneyReading = { kind: "read"; micros: string } | { kind: "unread"; problem: string };

/** Reads an amount without ever guessing: "12,50" could be two things and is refused. */
export const readMoney = (text: string): MoneyReading => {
  const match = plain.exec(text.trim());
  if (match === null) return { kind: "unread", problem: "Give an amount with a point, such as 12.50." };
  const decimals = match[2] ?? "";
  if (decimals.length > microsDigits) {
    return { kind: "unread", problem: `Give ${microsDigits} decimals or fewer.` };
  }
  const whole = (match[1] ?? "").replaceAll(",", "");
  return { kind: "read", micros: BigInt(whole + decimals.padEnd(microsDigits, "0")).toString() };
};

/** A field typed as an amount that the contract has as micros. */
export const moneyText = <Micros extends z.ZodType<unknown, string | undefined>>(micros: Micros) =>
  z
    .string()
    .transform((text, check): string | undefined => {
      if (text.trim() === "") {
        check.addIssue({ code: "custom", message: "Fill this in." });
        return z.NEVER;
      }
      const reading = readMoney(text);
      if (reading.kind === "read") return reading.micros;
      check.addIssue({ code: "custom", message: reading.problem });
      return z.NEVER;
    })
    .pipe(micros);

/** A field typed as text that the contract has as a number; an empty one is null, which the contract may refuse. */
export const numberText = <Inner extends z.ZodType<unknown, number | null | undefined>>(inner: Inner) =>
  z
    .string()
    .transform((text, check): number | null | undefined => {
      const digits = text.trim().replaceAll(",", "");
      if (digits === "") return null;
      if (/^-?\d+(\.\d+)?$/.test(digits)) return Number(digits);
      check.addIssue({ code: "custom", message: "Give a number in digits." });
      return z.NEVER;
    })
    .pipe(inner);

/** A field typed as a percentage of two decimals at the most, that the contract has as basis points. */
export const percentText = <Inner extends z.ZodType<unknown, number | undefined>>(inner: Inner) =>
  z
    .string()
    .transform((text, check): number | undefined => {
      const match = /^(\d{1,3})(?:\.(\d{0,2}))?$/.exec(text.trim());
      const points = Number(match?.[1] ?? Number.NaN) * 100 + Number((match?.[2] ?? "").padEnd(2, "0"));
      // The contract's own words would be of basis points.
      if (inner.safeParse(points).success) return points;
      const message = "Give a percentage above 0 and up to 100, such as 62.5.";
      check.addIssue({ code: "custom", message: text.trim() === "" ? "Fill this in." : message });
      return z.NEVER;
    })
    .pipe(inner);

/** What may be left empty, which is null to the contract. */
export const optionalText = <Inner extends z.ZodType<unknown, string>>(inner: Inner) =>
  z.union([z.literal("").transform(() => null), inner]);

/** A choice that may be left open: nothing chosen is null to the contract. */
export const choiceText = <Inner extends z.ZodType<unknown, string | null | undefined>>(inner: Inner) =>
  z
    .string()
    .transform((text): string | null | undefined => (text === "" ? null : text))
    .pipe(inner);

export const toTypedNumber = (value: number | null): string => (value === null ? "" : String(value));
