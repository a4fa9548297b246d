import { fallbackAnswer, type FallbackAnswer } from "@ccp/contract";
import { z } from "zod";
import { numberText } from "#lib/typed-fields.ts";

const [message, voicemail] = fallbackAnswer.options;

/** The fields of all kinds side by side, so that none is lost while somebody tries another. */
const typed = z.object({ text: z.string(), greeting: z.string(), maxSeconds: z.string() });

const typedApology = typed.extend({ kind: z.literal("apology") }).transform(() => null);

const typedMessage = typed
  .extend({ kind: message.shape.kind, text: message.shape.text })
  .transform(({ kind, text }) => ({ kind, text }));

const typedVoicemail = typed
  .extend({
    kind: voicemail.shape.kind,
    greeting: voicemail.shape.greeting,
    maxSeconds: numberText(voicemail.shape.maxSeconds),
  })
  .transform(({ kind, greeting, maxSeconds }) => ({ kind, greeting, maxSeconds }));

/** What a caller gets whom nobody takes, as it is typed; only what belongs to the kind is read. */
export const fallbackText = z.discriminatedUnion("kind", [typedApology, typedMessage, typedVoicemail]);

export type FallbackValues = z.input<typeof fallbackText>;

const start = {
  text: "Nobody can take your call right now. Please visit our website.",
  greeting: "Nobody can take your call right now. Please leave a message after the tone.",
  maxSeconds: "120",
};

export const toFallbackValues = (answer: FallbackAnswer | null): FallbackValues => {
  if (answer === null) return { ...start, kind: "apology" };
  return answer.kind === "message"
    ? { ...start, ...answer }
    : { ...start, ...answer, maxSeconds: String(answer.maxSeconds) };
};
