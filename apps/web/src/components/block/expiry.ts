import { z } from "zod";
import { fromZonedText, toZonedText } from "#lib/zoned-time.ts";

const hourMs = 3_600_000;

/** What the form offers besides a moment of its own; the keys are what the field holds. */
export const expiryNames = {
  "": "Never",
  "in 1": "In 1 hour",
  "in 24": "In 24 hours",
  "in 168": "In 7 days",
  "in 720": "In 30 days",
  "in 2160": "In 90 days",
} as const;

/** What a field for an expiry holds for a moment: the account's clock, or nothing for never. */
export const toTypedExpiry = (expiresAt: string | null, timeZone: string): string =>
  expiresAt === null ? "" : toZonedText(Date.parse(expiresAt), timeZone);

/** The moment that a field for an expiry stands for: null for never, undefined for none that can be read. */
export const readExpiry = (
  text: string,
  { timeZone, now }: { timeZone: string; now: number },
): string | null | undefined => {
  if (text === "") return null;
  const [, hours] = /^in (\d+)$/.exec(text) ?? [];
  const at = hours === undefined ? fromZonedText(text, timeZone) : now + Number(hours) * hourMs;
  return at === null ? undefined : new Date(at).toISOString();
};

/** A field for an expiry, as the contract has it. */
export const expiryText = (timeZone: string) =>
  z.string().transform((text, check): string | null => {
    const expiresAt = readExpiry(text, { timeZone, now: Date.now() });
    if (expiresAt !== undefined) return expiresAt;
    check.addIssue({ code: "custom", message: "Give a date and a time." });
    return z.NEVER;
  });
