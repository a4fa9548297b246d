import { microsText } from "@ccp/engine";
import { z } from "zod";
import { callOutcome, callStatus, type CallFilters } from "./call-filters.ts";
import { serialId, time, uuid } from "./fields.ts";
import { parseFilterText } from "./filter-value.ts";

export const figureNoun = z.enum(["campaign", "publisher", "buyer", "target", "number"]);

export type FigureNoun = z.infer<typeof figureNoun>;

const idsMax = 200;

export const listNounFiguresQuery = z.strictObject({
  by: figureNoun,
  /** Only these nouns, with commas in between; all where it is left out. */
  ids: z
    .string()
    .max(8000)
    .transform((text) => parseFilterText(text).values)
    .pipe(z.array(z.string()).min(1, "Give at least one id.").max(idsMax))
    .optional(),
});

export type ListNounFiguresQuery = z.infer<typeof listNounFiguresQuery>;

/** What the calls of one noun come to. Hour, day and month are those of the clock in `timeZone`, so far. */
export const nounFigures = z.strictObject({
  id: z.union([uuid, serialId]),
  timeZone: z.string(),
  hourFrom: time,
  dayFrom: time,
  monthFrom: time,
  /** Calls that are not over, whenever they came in. */
  live: z.number(),
  hour: z.number(),
  day: z.number(),
  month: z.number(),
  /** From here on it is today's calls. Connected are those that are over and were; converted may still go on. */
  connected: z.number(),
  converted: z.number(),
  /** Connected of those that are over, between 0 and 1; null where none is. */
  connectedShare: z.number().nullable(),
  /** Converted of connected, both over; null where none is. */
  convertedShare: z.number().nullable(),
  revenueMicros: microsText,
  payoutMicros: microsText,
  /** The one that came in last, whenever that was. */
  lastCall: z.strictObject({
    id: uuid,
    arrivedAt: time,
    status: callStatus,
    outcome: callOutcome.nullable(),
    converted: z.boolean(),
  }),
});

export type NounFigures = z.infer<typeof nounFigures>;

/** Nouns that never had a call are left out: all their figures are zero. */
export const nounFiguresList = z.strictObject({ at: time, items: z.array(nounFigures) });

export type NounFiguresList = z.infer<typeof nounFiguresList>;

type CountName = "live" | "hour" | "day" | "month" | "connected" | "converted";

/** The filters under which the call log shows exactly the calls that each figure counts; the money is of `day`. */
export const toFigureFilters = (
  by: FigureNoun,
  { id, hourFrom, dayFrom, monthFrom }: NounFigures,
  at: string,
): Record<CountName, CallFilters> => {
  const noun: CallFilters = { [`${by}Id`]: String(id) };
  const day = { ...noun, from: dayFrom, to: at };
  return {
    live: { ...noun, status: "!ended" },
    hour: { ...noun, from: hourFrom, to: at },
    day,
    month: { ...noun, from: monthFrom, to: at },
    connected: { ...day, outcome: "connected" },
    converted: { ...day, converted: "true" },
  };
};
