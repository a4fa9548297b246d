import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseForm } from "./parse-form.ts";
import { parseDialEnded, parseIncoming, parseLegProgress, parseRecording } from "./parse.ts";

const toForm = (fields: Record<string, string>) =>
  parseForm(Buffer.from(new URLSearchParams(fields).toString())) ?? new Map<string, string>();

const call = { AccountSid: "AC1", CallSid: "CA1" };

test("a new call brings its people, its place and its attestation", () => {
  const form = toForm({
    ...call,
    From: "+12025550142",
    To: "+12025550143",
    FromCity: "WASHINGTON",
    FromState: "DC",
    FromZip: "",
    FromCountry: "US",
    StirVerstat: "TN-Validation-Passed-A",
  });
  expect(parseIncoming(form)).toEqual({
    kind: "event",
    event: {
      kind: "call.incoming",
      accountRef: "AC1",
      callRef: "CA1",
      from: "+12025550142",
      to: "+12025550143",
      place: { city: "WASHINGTON", state: "DC", zip: null, country: "US" },
      stirVerstat: "TN-Validation-Passed-A",
      failure: null,
    },
  });
});

test("a caller who withholds the number still gets through, whatever stands in its place", () => {
  const parsed = parseIncoming(toForm({ ...call, From: "anony\u0000mous\n", To: "+12025550143" }));
  expect(parsed).toMatchObject({ event: { from: "anonymous" } });
});

test("at the fallback address a call says what failed and where", () => {
  const form = toForm({
    ...call,
    To: "+12025550143",
    ErrorCode: "11200",
    ErrorUrl: "https://calls.example.com/x",
  });
  expect(parseIncoming(form)).toMatchObject({
    event: { failure: { code: "11200", url: "https://calls.example.com/x" } },
  });
});

test("a dial's end keeps what was said, and null for what was not or is no word of the carrier", () => {
  const full = {
    DialCallStatus: "completed",
    DialCallSid: "CA2",
    DialCallDuration: "61",
    DialBridged: "true",
  };
  expect(parseDialEnded(toForm({ ...call, ...full }))).toMatchObject({
    event: { callRef: "CA1", childRef: "CA2", status: "completed", seconds: 61, bridged: true },
  });
  const odd = { DialCallStatus: "exploded", DialCallDuration: "-1", DialBridged: "perhaps" };
  expect(parseDialEnded(toForm({ ...call, ...odd }))).toMatchObject({
    event: { childRef: null, status: null, seconds: null, bridged: null },
  });
});

test("a leg's progress carries its parent, its place in the sequence and the carrier's time", () => {
  const form = toForm({
    ...call,
    ParentCallSid: "CA0",
    CallStatus: "busy",
    CallDuration: "0",
    SequenceNumber: "3",
    Timestamp: "Fri, 20 Aug 2010 01:13:42 +0000",
    SipResponseCode: "486",
  });
  expect(parseLegProgress(form)).toEqual({
    kind: "event",
    event: {
      kind: "leg.progress",
      accountRef: "AC1",
      ref: "CA1",
      parentRef: "CA0",
      status: "busy",
      seconds: 0,
      sequence: 3,
      carrierAt: Date.UTC(2010, 7, 20, 1, 13, 42),
      sipCode: 486,
    },
  });
});

test("a recording carries its address, length and channels", () => {
  const form = toForm({
    ...call,
    RecordingSid: "RE1",
    RecordingStatus: "completed",
    RecordingUrl: "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1",
    RecordingDuration: "12",
    RecordingChannels: "2",
  });
  expect(parseRecording(form)).toMatchObject({
    event: { callRef: "CA1", ref: "RE1", status: "completed", seconds: 12, channels: 2 },
  });
});

test("junk is a value with a reason, whatever the fields hold", () => {
  expect(parseIncoming(toForm({ AccountSid: "AC1" }))).toEqual({ kind: "junk", reason: "no-call" });
  expect(parseIncoming(toForm(call))).toEqual({ kind: "junk", reason: "no-number" });
  expect(parseLegProgress(toForm({ ...call, CallStatus: "odd" }))).toEqual({
    kind: "junk",
    reason: "unknown-status",
  });
  expect(parseRecording(toForm(call))).toEqual({ kind: "junk", reason: "no-recording" });
  const names = [
    "AccountSid",
    "CallSid",
    "To",
    "From",
    "CallStatus",
    "RecordingSid",
    "RecordingUrl",
    "Timestamp",
  ];
  const fields = fc.dictionary(fc.constantFrom(...names), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(fields, (some) => {
      const form = toForm(some);
      for (const parse of [parseIncoming, parseDialEnded, parseLegProgress, parseRecording]) {
        expect(["event", "junk"]).toContain(parse(form).kind);
      }
    }),
  );
});
