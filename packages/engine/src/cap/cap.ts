import { z } from "zod";
import { toMicros, type MicrosText } from "#money.ts";

/** What a cap on calls counts: dials, conversations, or conversations that earned their revenue. */
export const capEvents = ["dialled", "connected", "converted"] as const;

/** What a cap on money adds up: what buyers owe for the calls of a target, group, buyer or campaign. */
const capSums = ["revenue"] as const;

/** For how long a cap counts before it begins anew, on its owner's clock. */
export const capPeriods = ["hour", "day", "month", "all-time"] as const;

/** When what comes of a call takes its place: with the dial, so that the limit always holds, or once it has come. */
export const capModes = ["strict", "at-conversion"] as const;

export type CapPeriod = (typeof capPeriods)[number];

const period = z.enum(capPeriods);

/** Millionths of the account's currency, above zero. */
const micros = z
  .string()
  .regex(
    /^[1-9]\d{0,17}$/,
    'Give an amount above zero in millionths of the currency, such as "5000000" for 5.00.',
  );

const callCap = z
  .strictObject({
    on: z.enum(capEvents),
    period,
    limit: z.int().min(1).max(1_000_000),
    /** For conversions only; strict where it is absent. */
    mode: z.enum(capModes).exactOptional(),
  })
  .refine(({ on, mode }) => on === "converted" || mode === undefined, {
    path: ["mode"],
    message: "Only a cap on converted calls or on revenue has a mode.",
  });

const revenueCap = z.strictObject({
  on: z.enum(capSums),
  period,
  micros,
  /** Strict where it is absent. */
  mode: z.enum(capModes).exactOptional(),
});

const payoutCap = z.strictObject({ on: z.literal("payout"), period, micros });

/** At most `limit` calls in each period. */
export type CallCap = z.infer<typeof callCap>;

/** At most so much money in each period. */
export type MoneyCap = z.infer<typeof revenueCap> | z.infer<typeof payoutCap>;

export type Cap = CallCap | MoneyCap;

const refuseTwins = (list: readonly Cap[], context: z.core.$RefinementCtx): void => {
  const seen = new Set<string>();
  for (const [index, cap] of list.entries()) {
    const { on, period: of } = cap;
    if (seen.has(`${on} ${of}`)) {
      const what = "limit" in cap ? `${on} calls` : on;
      const message = `There is a cap on ${what} for this period (${of}) already.`;
      context.addIssue({ code: "custom", path: [index, "period"], message });
    }
    seen.add(`${on} ${of}`);
  }
};

/** The caps of one owner, one at most for each event or sum and period. */
export const caps = z.array(z.discriminatedUnion("on", [callCap, revenueCap])).superRefine(refuseTwins);

/** The caps on what a publisher is paid, one at most for each period; all of them at conversion. */
export const payoutCaps = z.array(payoutCap).superRefine(refuseTwins);

/** An owner's caps as a book has them. A reset raises the generation, and everything counts from zero. */
export type Caps = { list: readonly Cap[]; generation: number; timeZone: string };

/** What a cap has counted, or its limit, in documents: calls as a number, money in micros as text. */
export type CapAmount = number | MicrosText;

/** The same for arithmetic. */
export const toAmount = (amount: CapAmount): bigint =>
  typeof amount === "number" ? BigInt(amount) : toMicros(amount);

/** An amount of calls or of micros as a cap's documents hold it. */
export const toCapAmount = ({ on }: Pick<Cap, "on">, amount: bigint): CapAmount =>
  on === "revenue" || on === "payout" ? amount.toString() : Number(amount);

/** How many calls or micros a cap allows. */
export const toLimit = (cap: Cap): bigint => toAmount("limit" in cap ? cap.limit : cap.micros);

/** Whether the cap holds with certainty: what may come of a call takes its place with the dial. */
export const isStrict = (cap: Cap): boolean =>
  cap.on !== "payout" && (("mode" in cap ? cap.mode : undefined) ?? "strict") === "strict";
