import { payoutRepeats, protection, repeatRules, repeatWindow } from "@ccp/engine";
import type { PayoutRepeats, Protection, RepeatRules, RepeatWindow } from "@ccp/engine";
import { z } from "zod";
import { numberText } from "./typed-fields.ts";

const [ever, days] = repeatWindow.options;

/** What is kept beside a choice, so that it is not lost while somebody tries another one. */
const unread = { days: z.string() };

const typedEver = z.object({ kind: ever.shape.kind, ...unread });
const typedDays = z.object({ kind: days.shape.kind, days: numberText(days.shape.days) });
const typedOff = z.object({ kind: z.literal("off"), ...unread });

/** How far back an earlier call counts, as it is typed; undefined where it does not. */
export const typedWindow = z
  .discriminatedUnion("kind", [typedOff, typedEver, typedDays])
  .transform((typed): RepeatWindow | undefined => {
    if (typed.kind === "off") return undefined;
    return typed.kind === "ever" ? { kind: "ever" } : typed;
  });

type WindowValues = z.input<typeof typedWindow>;

export const toTypedWindow = (window: RepeatWindow | undefined): WindowValues =>
  window?.kind === "days"
    ? { kind: "days", days: String(window.days) }
    : { kind: window?.kind ?? "off", days: "30" };

const { after } = protection.shape;

/** Whose calls are not taken again, as it is typed. */
export const typedProtection = z
  .object({ window: typedWindow, after })
  .transform((typed): Protection | null =>
    typed.window === undefined ? null : { after: typed.after, window: typed.window },
  );

export type ProtectionValues = z.input<typeof typedProtection>;

export const toTypedProtection = (stored: Protection | null): ProtectionValues => ({
  window: toTypedWindow(stored?.window),
  after: stored?.after ?? "connected",
});

const { across } = payoutRepeats.shape;

/** How often a caller is paid for, as it is typed. */
export const typedDuplicates = z
  .object({ window: typedWindow, across })
  .transform((typed): PayoutRepeats | undefined =>
    typed.window === undefined ? undefined : { window: typed.window, across: typed.across },
  );

export const toTypedDuplicates = (stored: PayoutRepeats | undefined): z.input<typeof typedDuplicates> => ({
  window: toTypedWindow(stored?.window),
  across: stored?.across ?? "publisher",
});

const [spamOff, spamWithin] = repeatRules.shape.spam.options;

/** Where a returning caller goes, and whether nowhere else, in one choice. */
const returningChoices = [
  "normal",
  "original-first",
  "original-only",
  "different-first",
  "different-only",
] as const;

type ReturningChoice = (typeof returningChoices)[number];

const readReturning = (choice: ReturningChoice): RepeatRules["returning"] => {
  if (choice === "normal") return { kind: "normal" };
  const kind = choice.startsWith("original") ? "original" : "different";
  return { kind, strict: choice.endsWith("only") };
};

const toReturningChoice = (returning: RepeatRules["returning"]): ReturningChoice =>
  returning.kind === "normal" ? "normal" : `${returning.kind}-${returning.strict ? "only" : "first"}`;

/** A campaign's rules about callers who call again, as they are typed. */
export const typedRepeats = z
  .object({
    spam: z.discriminatedUnion("kind", [
      z.object({ kind: spamOff.shape.kind, seconds: z.string() }),
      z.object({ kind: spamWithin.shape.kind, seconds: numberText(spamWithin.shape.seconds) }),
    ]),
    report: typedWindow,
    returning: z.enum(returningChoices),
    anonymous: repeatRules.shape.anonymous,
  })
  .transform(({ spam, report, returning, anonymous }): RepeatRules => ({
    spam: spam.kind === "off" ? { kind: "off" } : spam,
    report: report ?? { kind: "off" },
    returning: readReturning(returning),
    anonymous,
  }));

export const toTypedRepeats = ({
  spam,
  report,
  returning,
  anonymous,
}: RepeatRules): z.input<typeof typedRepeats> => ({
  spam:
    spam.kind === "within" ? { kind: "within", seconds: String(spam.seconds) } : { ...spam, seconds: "30" },
  report: toTypedWindow(report.kind === "off" ? undefined : report),
  returning: toReturningChoice(returning),
  anonymous,
});
