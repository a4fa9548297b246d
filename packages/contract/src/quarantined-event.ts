import { z } from "zod";
import { serialId, time } from "./fields.ts";
import { page, pageQuery } from "./page.ts";

export const listQuarantinedEventsQuery = z.strictObject({
  ...pageQuery,
  /** Waiting ones only, unless told otherwise. */
  isReplayed: z.enum(["true", "false"]).default("false"),
});

/** Something that happened to a call and could not be booked; `event` is its exact text. */
export const quarantinedEvent = z.strictObject({
  id: serialId,
  at: time,
  error: z.string(),
  event: z.string(),
  replayedAt: time.nullable(),
});

export type QuarantinedEvent = z.infer<typeof quarantinedEvent>;

export const quarantinedEventPage = page(quarantinedEvent);
