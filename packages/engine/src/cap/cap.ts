import { z } from "zod";

/** What a cap counts: dials, conversations, or conversations that earned their revenue. */
export const capEvents = ["dialled", "connected", "converted"] as const;

/** For how long a cap counts before it begins anew, on its owner's clock. */
export const capPeriods = ["hour", "day", "month", "all-time"] as const;

/** When a conversion takes its place: with the dial, so that the limit always holds, or once it has come. */
export const capModes = ["strict", "at-conversion"] as const;

export type CapEvent = (typeof capEvents)[number];

export type CapPeriod = (typeof capPeriods)[number];

const cap = z
  .strictObject({
    on: z.enum(capEvents),
    period: z.enum(capPeriods),
    limit: z.int().min(1).max(1_000_000),
    /** For conversions only; strict where it is absent. */
    mode: z.enum(capModes).exactOptional(),
  })
  .refine(({ on, mode }) => on === "converted" || mode === undefined, {
    path: ["mode"],
    message: "Only a cap on converted calls has a mode.",
  });

/** At most `limit` calls in each period. */
export type Cap = z.infer<typeof cap>;

/** The caps of one owner, one at most for each event and period. */
export const caps = z.array(cap).superRefine((list, context) => {
  const seen = new Set<string>();
  for (const [index, { on, period }] of list.entries()) {
    if (seen.has(`${on} ${period}`)) {
      const message = `There is a cap on ${on} calls for this period (${period}) already.`;
      context.addIssue({ code: "custom", path: [index, "period"], message });
    }
    seen.add(`${on} ${period}`);
  }
});

/** An owner's caps as a book has them. A reset raises the generation, and everything counts from zero. */
export type Caps = { list: readonly Cap[]; generation: number; timeZone: string };
