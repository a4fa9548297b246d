import { fixedPayout, payoutDue, revenueShare, type Payout, type PayoutDue } from "@ccp/contract";
import type { PayoutRepeats } from "@ccp/engine";
import { z } from "zod";
import { toTypedDuplicates, typedDuplicates } from "#lib/typed-repeat.ts";
import { moneyText, numberText, optionalText, percentText, toTypedMoney } from "#lib/typed-fields.ts";

const [incoming, connected, converted, length] = payoutDue.options;

const toBare = <Kind extends string>(kind: z.ZodLiteral<Kind>) =>
  z.object({ kind, seconds: z.string() }).transform((due) => ({ kind: due.kind }));

const typedDue = z.discriminatedUnion("kind", [
  toBare(incoming.shape.kind),
  toBare(connected.shape.kind),
  toBare(converted.shape.kind),
  z.object({ kind: length.shape.kind, seconds: numberText(length.shape.seconds) }),
]);

/** The fields of both kinds side by side, so that none is lost while somebody tries the other. */
const typed = z.object({
  micros: z.string(),
  basisPoints: z.string(),
  minMicros: z.string(),
  maxMicros: z.string(),
  due: typedDue,
  duplicates: typedDuplicates,
});

/** Terms by which each call of a caller is paid do not name it. */
const toRepeats = (duplicates: PayoutRepeats | undefined): { duplicates?: PayoutRepeats } =>
  duplicates === undefined ? {} : { duplicates };

const typedFixed = typed
  .extend({ kind: fixedPayout.shape.kind, micros: moneyText(fixedPayout.shape.micros) })
  .transform(({ kind, micros, due, duplicates }) => ({ kind, micros, due, ...toRepeats(duplicates) }));

const limit = revenueShare.shape.minMicros.unwrap();

const typedShare = typed
  .extend({
    kind: revenueShare.shape.kind,
    basisPoints: percentText(revenueShare.shape.basisPoints),
    minMicros: optionalText(moneyText(limit)),
    maxMicros: optionalText(moneyText(limit)),
  })
  .transform(({ kind, basisPoints, minMicros, maxMicros, due, duplicates }) => ({
    kind,
    basisPoints,
    minMicros,
    maxMicros,
    due,
    ...toRepeats(duplicates),
  }))
  .pipe(revenueShare);

const typedNothing = typed
  .extend({ kind: z.literal("nothing"), due: z.custom<z.input<typeof typedDue>>() })
  .transform(() => null);

/** What a rule pays, as it is typed; only what belongs to the kind is read. */
export const rulePayoutText = z.discriminatedUnion("kind", [typedFixed, typedShare]);

/** What a publisher is paid for all other calls; null for nothing. */
export const payoutText = z.discriminatedUnion("kind", [typedFixed, typedShare, typedNothing]);

export type PayoutValues = z.input<typeof payoutText>;

export type RulePayoutValues = z.input<typeof rulePayoutText>;

const toTypedDue = (due: PayoutDue): RulePayoutValues["due"] =>
  due.kind === "length" ? { kind: "length", seconds: String(due.seconds) } : { ...due, seconds: "" };

const toTypedLimit = (micros: string | null): string => (micros === null ? "" : toTypedMoney(micros));

export const toRulePayoutValues = (payout: Payout): RulePayoutValues => {
  const due = toTypedDue(payout.due);
  const duplicates = toTypedDuplicates(payout.duplicates);
  return payout.kind === "fixed"
    ? {
        kind: "fixed",
        micros: toTypedMoney(payout.micros),
        basisPoints: "",
        minMicros: "",
        maxMicros: "",
        due,
        duplicates,
      }
    : {
        kind: "revenue-share",
        micros: "0.00",
        basisPoints: String(payout.basisPoints / 100),
        minMicros: toTypedLimit(payout.minMicros),
        maxMicros: toTypedLimit(payout.maxMicros),
        due,
        duplicates,
      };
};

/** Nothing, over an amount of zero for whoever chooses another kind. */
const nothing: Payout = { kind: "fixed", micros: "0", due: { kind: "connected" } };

export const toPayoutValues = (payout: Payout | null): PayoutValues =>
  payout === null ? { ...toRulePayoutValues(nothing), kind: "nothing" } : toRulePayoutValues(payout);
