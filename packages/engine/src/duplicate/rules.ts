import { z } from "zod";

/** How far back an earlier call counts: for so many days, or for as long as the caller is remembered. */
export const repeatWindow = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ever") }),
  z.strictObject({ kind: z.literal("days"), days: z.int().min(1).max(365) }),
]);

export type RepeatWindow = z.infer<typeof repeatWindow>;

/** What is done about callers who withhold their number: nobody knows whether they have called before. */
export const anonymousRules = ["take", "refuse", "fallback"] as const;

/** What a campaign does about callers whom it knows, and about those whom it cannot know. */
export const repeatRules = z.strictObject({
  /** Whether a call hears the apology that comes so soon after the caller's last one, whatever became of that. */
  spam: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("off") }),
    z.strictObject({ kind: z.literal("within"), seconds: z.int().min(1).max(3600) }),
  ]),
  /** Whether a call is marked as a repeat of an earlier one to the campaign. It changes nothing else. */
  report: z.discriminatedUnion("kind", [z.strictObject({ kind: z.literal("off") }), ...repeatWindow.options]),
  /** Where the call goes of a caller who has talked with a target of the campaign. */
  returning: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("normal") }),
    /** Strict: to nobody else but the fallback; otherwise as always where that target is not open. */
    z.strictObject({ kind: z.literal("original"), strict: z.boolean() }),
    /** Strict: never to that target; otherwise only where no other one is open. */
    z.strictObject({ kind: z.literal("different"), strict: z.boolean() }),
  ]),
  /** Refused ones hear the apology; the others' calls go to the fallback and to no target of the plan. */
  anonymous: z.enum(anonymousRules),
});

export type RepeatRules = z.infer<typeof repeatRules>;

/** The rules of a campaign that treats every call alike. */
export const noRepeatRules: RepeatRules = {
  spam: { kind: "off" },
  report: { kind: "off" },
  returning: { kind: "normal" },
  anonymous: "take",
};

/** Whether rules treat every call alike. */
export const isNoRepeatRules = ({ spam, report, returning, anonymous }: RepeatRules): boolean =>
  spam.kind === "off" && report.kind === "off" && returning.kind === "normal" && anonymous === "take";

/** Whose calls a target or a buyer does not take again: of callers who were connected to it, or who converted. */
export const protection = z.strictObject({
  after: z.enum(["connected", "converted"]),
  window: repeatWindow,
});

export type Protection = z.infer<typeof protection>;

/**
 * A publisher is paid for a caller once within the window: for its own calls to the campaign, or for those of all
 * publishers together.
 */
export const payoutRepeats = z.strictObject({
  window: repeatWindow,
  across: z.enum(["publisher", "campaign"]),
});

export type PayoutRepeats = z.infer<typeof payoutRepeats>;

const DAY_MS = 86_400_000;

/** Whether what was at `then` still counts at `at` (both epoch ms). */
export const isWithin = (window: RepeatWindow, then: number, at: number): boolean =>
  window.kind === "ever" || at - then < window.days * DAY_MS;
