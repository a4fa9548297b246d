import { placeTestCallBody, type PlaceTestCall } from "@ccp/contract";
import { z } from "zod";
import { numberText } from "#lib/typed-fields.ts";

type TestTarget = PlaceTestCall["script"]["attempts"][number];

/** What a call can meet at a target, as one chooses it. */
export const targetTexts: Record<TestTarget["kind"], string> = {
  answer: "Answers",
  busy: "Is busy",
  "no-answer": "Does not answer",
  failed: "Cannot be reached",
};

const targetKind = z.enum(["answer", "busy", "no-answer", "failed"]);

const answerAfterSeconds = 3;

const toTarget = (kind: TestTarget["kind"], talkSeconds: number): TestTarget =>
  kind === "answer" ? { kind, talkSeconds, afterSeconds: answerAfterSeconds } : { kind };

/** The form of a test call: the targets are told apart by their turn, since the routing chooses which they are. */
export const placeCallForm = z
  .strictObject({
    from: placeTestCallBody.shape.from,
    numberId: placeTestCallBody.shape.numberId,
    first: targetKind,
    further: targetKind,
    talkSeconds: numberText(z.number().int().min(1).max(3600)),
    script: z.strictObject({ hangUpAfterSeconds: z.number().nullable() }),
  })
  .transform(({ first, further, talkSeconds, script, ...call }): PlaceTestCall => ({
    ...call,
    script: { ...script, attempts: [toTarget(first, talkSeconds), toTarget(further, talkSeconds)] },
  }));

export type PlaceCallValues = z.input<typeof placeCallForm>;
