import { z } from "zod";
import { checkHours } from "./check-hours.ts";

const startClock = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Give a time of day as HH:MM, such as "08:30".');

const endClock = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Give a time of day as HH:MM, such as "17:00" or "24:00".');

/** Open from one time of day until another; until the same or an earlier one means until that time on the next day. */
const span = z.strictObject({ from: startClock, to: endClock });

export type Span = z.infer<typeof span>;

const spans = z.array(span).max(24, "A day takes at most 24 spans.");

/** A date that does not follow its weekday: open in these spans only, or closed when there are none. */
const hoursException = z.strictObject({
  date: z.iso.date('Give a date as YYYY-MM-DD, such as "2026-12-25".'),
  /** What the day is called, such as "Christmas Day"; may be empty. */
  label: z.string().trim().max(80),
  open: spans,
});

/**
 * When something is open, on the clock of a zone that is kept beside it. Several spans a day leave breaks between
 * them. An exception replaces its whole local date, also what would run into it from the evening before.
 */
export const hours = z
  .strictObject({
    weekly: z.strictObject({
      mon: spans,
      tue: spans,
      wed: spans,
      thu: spans,
      fri: spans,
      sat: spans,
      sun: spans,
    }),
    exceptions: z.array(hoursException).max(400, "Hours take at most 400 exceptions."),
  })
  .superRefine((document, context) => {
    for (const { path, message } of checkHours(document)) {
      context.addIssue({ code: "custom", path: [...path], message });
    }
  });

export type Hours = z.infer<typeof hours>;
