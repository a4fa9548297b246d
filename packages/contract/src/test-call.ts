import { z } from "zod";
import { phoneInput, serialId, time, uuid } from "./fields.ts";

/** The numbers that a test call can dial: the account's own at the simulated carrier. */
export const testNumbers = z.strictObject({
  items: z.array(
    z.strictObject({
      id: serialId,
      number: z.string(),
      label: z.string(),
      campaignName: z.string().nullable(),
      publisherName: z.string().nullable(),
    }),
  ),
});

/** What a call meets at a target. */
export const testTarget = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("answer"),
    afterSeconds: z.number().int().min(0).max(120).default(3),
    /** Then the target hangs up. */
    talkSeconds: z.number().int().min(1).max(3600).default(60),
  }),
  z.strictObject({ kind: z.literal("busy") }),
  z.strictObject({ kind: z.literal("no-answer") }),
  z.strictObject({ kind: z.literal("failed") }),
]);

export const placeTestCallBody = z.strictObject({
  from: phoneInput,
  numberId: serialId,
  /** How the caller and the targets behave, in this call only. */
  script: z
    .strictObject({
      /** Seconds after which the caller hangs up; null leaves it to the other side or to the button. */
      hangUpAfterSeconds: z.number().int().min(1).max(3600).nullable().default(null),
      /** What each attempt meets in turn, whichever target it dials; the last one goes for all further ones. */
      attempts: z.array(testTarget).max(20).default([]),
    })
    .default({ hangUpAfterSeconds: null, attempts: [] }),
});

export type PlaceTestCall = z.infer<typeof placeTestCallBody>;

export const testCallParams = z.strictObject({ id: z.string().regex(/^CA[\da-f]{32}$/) });

/** `id` is the carrier's id of the call, `callId` ours. */
export const testCall = z.strictObject({
  id: z.string(),
  callId: uuid,
  from: z.string(),
  to: z.string(),
  status: z.string(),
});

export type TestCall = z.infer<typeof testCall>;

export const sendDigitsBody = z.strictObject({
  digits: z.string().regex(/^[\d*#w]{1,32}$/, "Give keys: 0 to 9, * and #."),
});

/** One step of the simulated call, as the carrier saw it. */
export const testCallEvent = z.strictObject({
  sequence: z.number(),
  at: time,
  kind: z.string(),
  text: z.string(),
  details: z.record(z.string(), z.unknown()),
});

export type TestCallEvent = z.infer<typeof testCallEvent>;
