/**
 * The digits by which a phone number is looked for, however it was written: part of one, or a whole one with or
 * without its country code. Undefined where the text has fewer than three, or says more than a number.
 */
export const toNumberDigits = (text: string): string | undefined => {
  if (!/^[+(]?[\d\s()./-]+$/.test(text)) return undefined;
  const digits = text.replaceAll(/\D/g, "");
  if (digits.length < 3) return undefined;
  // Kept in E.164, which has none of the zeros that are dialled before a whole national number or a country's code.
  return digits.length >= 9 ? digits.replace(/^0+/, "") : digits;
};
