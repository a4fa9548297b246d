import { expect, test } from "vitest";
import twilio from "twilio";
import { checkTwiml } from "./check-twiml.ts";
import { parseTwiml } from "./parse-twiml.ts";

const check = (twiml: string): readonly string[] => {
  const parsed = parseTwiml(twiml);
  return parsed.kind === "parsed" ? checkTwiml(parsed.root) : [parsed.message];
};

test("a document of the official builder is sound", () => {
  const response = new twilio.twiml.VoiceResponse();
  response.say({ voice: "Polly.Joanna-Neural", loop: 2 }, "Hello & <welcome>").break({ strength: "weak" });
  const gather = response.gather({ input: ["dtmf", "speech"], numDigits: 1, action: "/next" });
  gather.play("https://example.com/menu.mp3");
  const dial = response.dial({ answerOnBridge: true, record: "record-from-answer-dual", timeout: 20 });
  dial.number({ statusCallbackEvent: ["initiated", "answered"], url: "/screen" }, "+12025550142");
  dial.sip({}, "sip:desk@example.com").uri({ priority: "1" }, "sip:other@example.com");
  response.refer().sip("sip:agent@example.com");
  expect(check(response.toString())).toEqual([]);
});

test("what the grammar does not know is named with its place", () => {
  expect(check("<Response><Shout>Hi</Shout></Response>")).toEqual(["Response/Shout: not allowed here"]);
  expect(check('<Response><Say tone="loud">Hi</Say></Response>')).toEqual([
    "Response/Say: unknown attribute tone",
  ]);
  expect(check("<Response><Gather><Dial>+12025550142</Dial></Gather></Response>")).toEqual([
    "Response/Gather/Dial: not allowed here",
  ]);
  expect(check('<Response><Dial record="yes" timeout="soon" answerOnBridge="1"/></Response>')).toHaveLength(
    3,
  );
  expect(check("<Response><Dial><Number/></Dial></Response>")).toEqual([
    "Response/Dial/Number: text is missing",
  ]);
  expect(check("<Response>Hello</Response>")).toEqual(["Response: text is not allowed"]);
  expect(check("<response/>")).toEqual(["the root is <response>, not <Response>"]);
  expect(check("<Response><dial/></Response>")).toEqual(["Response/dial: not allowed here"]);
});

test("what is not XML is malformed", () => {
  for (const text of [
    "",
    "Hello",
    "<Response>",
    "<Response><Say>a & b</Say></Response>",
    "<Response/><Response/>",
  ])
    expect(parseTwiml(text).kind).toBe("malformed");
});

test("comments, CDATA and a declaration are read over", () => {
  const text =
    '<?xml version="1.0" encoding="UTF-8"?><!-- a --><Response><Say><![CDATA[1 < 2]]></Say></Response>';
  expect(parseTwiml(text)).toMatchObject({
    kind: "parsed",
    root: { children: [{ tag: "Say", text: "1 < 2" }] },
  });
});
