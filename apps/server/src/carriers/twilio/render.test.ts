import type { Instruction } from "@ccp/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import twilio from "twilio";
import { render, toLegalXml } from "./render.ts";

const urls = {
  step: "https://calls.example.com/carriers/twilio/step?s=1.abc",
  toStatus: (attempt: number) => `https://calls.example.com/carriers/twilio/status?s=1.${attempt}`,
  recording: "https://calls.example.com/carriers/twilio/recording?s=1.abc",
  messageTaken: "https://calls.example.com/carriers/twilio/message-taken?s=1.abc",
  voicemail: "https://calls.example.com/carriers/twilio/voicemail?s=1.abc",
};

type Dial = Extract<Instruction, { kind: "dial" }>;

const dial: Dial = {
  kind: "dial",
  attempt: 1,
  destination: { kind: "phone", address: "+12025550150" },
  ringTimeoutSeconds: 20,
  timeLimitSeconds: 3600,
  callerId: "+12025550142",
  record: true,
};

/** The same instruction in the words of the carrier's own builder, whose types are the grammar. */
const build = (instruction: Instruction): string => {
  const response = new twilio.twiml.VoiceResponse();
  if (instruction.kind === "say-and-hang-up") response.say(toLegalXml(instruction.text));
  if (instruction.kind === "take-message") {
    response.say(toLegalXml(instruction.greeting));
    response.record({
      action: `${urls.messageTaken}#rc=2&rp=ct,5xx&rt=4000&tt=12000`,
      maxLength: instruction.maxSeconds,
      timeout: 5,
      playBeep: true,
      recordingStatusCallback: `${urls.voicemail}#rc=5&rp=all`,
      recordingStatusCallbackEvent: ["completed", "absent"],
    });
  }
  if (instruction.kind !== "dial") {
    response.hangup();
    return response.toString();
  }
  const verb = response.dial({
    action: `${urls.step}#rc=2&rp=ct,5xx&rt=4000&tt=12000`,
    timeout: instruction.ringTimeoutSeconds,
    timeLimit: instruction.timeLimitSeconds,
    answerOnBridge: true,
    callerId: instruction.callerId,
    ...(instruction.record && {
      record: "record-from-answer-dual",
      recordingStatusCallback: `${urls.recording}#rc=5&rp=all`,
      recordingStatusCallbackEvent: ["completed", "absent"],
    }),
  });
  for (const { attempt, destination } of [...(instruction.beside ?? []), instruction]) {
    const noun = {
      statusCallback: `${urls.toStatus(attempt)}#rc=5&rp=all`,
      statusCallbackEvent: [
        "initiated" as const,
        "ringing" as const,
        "answered" as const,
        "completed" as const,
      ],
    };
    const address = toLegalXml(destination.address);
    if (destination.kind === "sip") verb.sip(noun, address);
    else verb.number(noun, address);
  }
  return response.toString();
};

test("writes, byte for byte, what the carrier's own builder writes, whatever texts and addresses hold", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom("<", "&", '"', "'", "\u0000", "\r", "é", "\uD800") }),
  );
  const destination = fc.record({
    kind: fc.constantFrom("phone" as const, "sip" as const),
    address: text.map((some) => `sip:${some}`),
  });
  const instruction = fc.oneof(
    fc.record({ kind: fc.constant("say-and-hang-up" as const), text: text.map((some) => `Sorry ${some}`) }),
    fc.constant({ kind: "hang-up" as const }),
    fc.record({
      kind: fc.constant("take-message" as const),
      greeting: text.map((some) => `Sorry ${some}`),
      maxSeconds: fc.integer({ min: 10, max: 600 }),
    }),
    fc.record(
      {
        kind: fc.constant("dial" as const),
        attempt: fc.integer({ min: 1, max: 9 }),
        destination,
        beside: fc.array(fc.record({ attempt: fc.integer({ min: 1, max: 9 }), destination }), {
          maxLength: 9,
        }),
        ringTimeoutSeconds: fc.integer({ min: 5, max: 600 }),
        timeLimitSeconds: fc.integer({ min: 1, max: 14_400 }),
        callerId: fc.constant("+12025550142"),
        record: fc.boolean(),
      },
      {
        requiredKeys: [
          "kind",
          "attempt",
          "destination",
          "ringTimeoutSeconds",
          "timeLimitSeconds",
          "callerId",
          "record",
        ],
      },
    ),
  );
  fc.assert(
    fc.property(instruction, (instruction) => {
      expect(render(instruction, urls).body).toBe(build(instruction));
    }),
    { numRuns: 500 },
  );
});

test("keeps within the times the carrier accepts", () => {
  const { body } = render({ ...dial, ringTimeoutSeconds: 1, timeLimitSeconds: 100_000 }, urls);
  expect(body).toContain('timeout="5" timeLimit="14400"');
});

test("leaves out a caller id that the carrier would refuse to dial with", () => {
  expect(render({ ...dial, callerId: "anonymous" }, urls).body).not.toContain("callerId");
  const sip: Dial = {
    ...dial,
    destination: { kind: "sip", address: "sip:desk@pbx.example" },
    callerId: "front-desk",
  };
  expect(render(sip, urls).body).toContain('callerId="front-desk"');
});

test("an empty apology is a plain hang-up", () => {
  expect(render({ kind: "say-and-hang-up", text: "\u0000 " }, urls).body).toContain(
    "<Response><Hangup/></Response>",
  );
});
