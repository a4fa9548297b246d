/** The digits of a number as people write it, without the zeros that stand before a whole number at home. */
export const toDigits = (text: string): string => {
  const digits = text.replaceAll(/\D/g, "");
  // Kept in E.164, which has none of the zeros that are dialled before a whole national number or a country's code.
  return digits.length >= 9 ? digits.replace(/^0+/, "") : digits;
};

/**
 * The digits by which a phone number is looked for, however it was written: part of one, or a whole one with or
 * without its country code. Undefined where the text has fewer than three, or says more than a number.
 */
export const toNumberDigits = (text: string): string | undefined => {
  if (!/^[+(]?[\d\s()./-]+$/.test(text) || text.replaceAll(/\D/g, "").length < 3) return undefined;
  return toDigits(text);
};
