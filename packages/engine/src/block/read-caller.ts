/** What a list of blocked callers can know of a caller. `other`: neither a number nor withheld, such as a SIP user. */
export type Caller = { kind: "number"; digits: string } | { kind: "anonymous" } | { kind: "other" };

const words = [
  "anonymous",
  "unknown",
  "restricted",
  "unavailable",
  "private",
  "blocked",
  "withheld",
] as const;

const keys = ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];

/** A word as it is typed on a telephone's keys: carriers send these digits where only a number fits. */
const toKeys = (word: string): string =>
  Array.from(word, (letter) => keys.findIndex((letters) => letters.includes(letter)) + 2).join("");

const withheld: ReadonlySet<string> = new Set(["", ...words, ...words.map(toKeys)]);

/** The part of a SIP address that says who calls; any other text as it is. */
const toUser = (from: string): string => /^sips?:([^@;]*)/.exec(from)?.[1] ?? from.replace(/@.*$/, "");

/**
 * Reads what a carrier gave as the caller. Withheld are an empty text, words such as "anonymous" in any case, alone
 * or as the user of a SIP address, and the same words in digits, such as +266696687.
 */
export const readCaller = (from: string): Caller => {
  const user = toUser(from.trim().toLowerCase());
  const digits = user.replace(/^\+/, "");
  if (withheld.has(digits)) return { kind: "anonymous" };
  return /^[1-9]\d{0,14}$/.test(digits) ? { kind: "number", digits } : { kind: "other" };
};
