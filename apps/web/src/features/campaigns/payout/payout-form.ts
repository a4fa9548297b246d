import { fixedPayout, payoutDue, revenueShare, type Payout, type PayoutDue } from "@ccp/contract";
import { z } from "zod";
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
});

const typedFixed = typed
  .extend({ kind: fixedPayout.shape.kind, micros: moneyText(fixedPayout.shape.micros) })
  .transform(({ kind, micros, due }) => ({ kind, micros, due }));

const limit = revenueShare.shape.minMicros.unwrap();

const typedShare = typed
  .extend({
    kind: revenueShare.shape.kind,
    basisPoints: percentText(revenueShare.shape.basisPoints),
    minMicros: optionalText(moneyText(limit)),
    maxMicros: optionalText(moneyText(limit)),
  })
  .transform(({ kind, basisPoints, minMicros, maxMicros, due }) => ({
    kind,
    basisPoints,
    minMicros,
    maxMicros,
    due,
  }))
  .pipe(revenueShare);

/** What a publisher is paid, as it is typed; only what belongs to the kind is read. */
export const payoutText = z.discriminatedUnion("kind", [typedFixed, typedShare]);

export type PayoutValues = z.input<typeof payoutText>;

const toTypedDue = (due: PayoutDue): PayoutValues["due"] =>
  due.kind === "length" ? { kind: "length", seconds: String(due.seconds) } : { ...due, seconds: "" };

const toTypedLimit = (micros: string | null): string => (micros === null ? "" : toTypedMoney(micros));

export const toPayoutValues = (payout: Payout): PayoutValues => {
  const due = toTypedDue(payout.due);
  return payout.kind === "fixed"
    ? {
        kind: "fixed",
        micros: toTypedMoney(payout.micros),
        basisPoints: "",
        minMicros: "",
        maxMicros: "",
        due,
      }
    : {
        kind: "revenue-share",
        micros: "0.00",
        basisPoints: String(payout.basisPoints / 100),
        minMicros: toTypedLimit(payout.minMicros),
        maxMicros: toTypedLimit(payout.maxMicros),
        due,
      };
};
