import type { TagType } from "./tag.ts";

const toDigits = (text: string): string => text.replaceAll(/\D/g, "");

/** A number as people write it, in digits with its country's code; without one, ten digits are one of the US. */
const toPhoneKey = (text: string): string => {
  const digits = toDigits(text);
  return digits.length === 10 && !text.trim().startsWith("+") ? `1${digits}` : digits;
};

/**
 * What two values of a type have in common exactly when they count as the same: the number that a text says, the
 * digits of a phone number, and a text without regard to case unless `matchCase`.
 */
export const toValueKey = (type: TagType, matchCase: boolean, text: string): string => {
  if (type === "phone") return toPhoneKey(text);
  if (type === "number") return String(Number(text));
  return matchCase ? text : text.toLowerCase();
};

/** A part of a value, or a pattern for one, in the letters of `toValueKey`. */
export const toPartKey = (type: TagType, matchCase: boolean, text: string): string => {
  if (type === "phone") return text.replaceAll(/[^\d*?]/g, "");
  return matchCase ? text : text.toLowerCase();
};
