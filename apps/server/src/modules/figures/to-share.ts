/** A part of a whole, between 0 and 1; null of nothing. */
export const toShare = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
