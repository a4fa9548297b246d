import { foldCall, type CampaignBook } from "@ccp/engine";
import { expect, test, vi } from "vitest";
import type { CarrierClient, CarrierLegRecord } from "#carriers/carrier.ts";
import { createEntry } from "./testing/sample-book.ts";
import { createSilentCarrier, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";

const voicemail: Partial<CampaignBook> = {
  rows: [],
  fallbackAnswer: { kind: "voicemail", greeting: "Please leave a message.", maxSeconds: 90 },
};

const start = (changes = voicemail, carrier?: CarrierClient) =>
  startLive({
    entries: [createEntry(1, "+12025550100", changes), createEntry(2, "+12025550101")],
    ...(carrier && { carrier }),
  });

type Started = Awaited<ReturnType<typeof start>>;

const fold = ({ journal }: Started) => foldCall(journal.records.flatMap(({ events }) => events));

const readUrls = (markup: string) => {
  const find = (pattern: RegExp) => pattern.exec(markup)?.[1]?.replaceAll("&amp;", "&") ?? "";
  return {
    action: find(/<Record action="([^"]+)"/),
    callback: find(/recordingStatusCallback="([^"]+)"/),
  };
};

const hungUp = {
  AccountSid: "AC1",
  CallSid: "CA1",
  CallStatus: "completed",
  CallDuration: "19",
  Digits: "hangup",
};

const recorded = {
  AccountSid: "AC1",
  CallSid: "CA1",
  RecordingSid: "RE1",
  RecordingStatus: "completed",
  RecordingDuration: "11",
  RecordingUrl: "https://api.example.com/RE1",
};

test("a caller whom nobody takes is greeted and recorded, and the call ends after it", async () => {
  const live = await start();
  const { body } = await live.post(voice, toArrival("CA1"));
  expect(body).toContain("<Say>Please leave a message.</Say><Record ");
  expect(body).toContain('maxLength="90"');
  const { action, callback } = readUrls(body);
  const goingOn = { ...hungUp, CallStatus: "in-progress", Digits: "" };
  expect((await live.post(action, goingOn)).body).toContain("<Response><Hangup/></Response>");
  expect(await live.post(callback, recorded)).toMatchObject({ status: 204 });
  expect(fold(live)).toMatchObject({
    recordings: [],
    voicemails: [{ ref: "RE1", status: "completed", seconds: 11 }],
  });
});

test("what a caller said who hung up meanwhile is kept", async () => {
  const live = await start();
  const { action, callback } = readUrls((await live.post(voice, toArrival("CA1"))).body);
  await live.post(action, hungUp);
  await live.post(callback, recorded);
  expect(fold(live)).toMatchObject({
    status: "ended",
    outcome: "not-connected",
    voicemails: [{ seconds: 11 }],
  });
});

test("a repeated request is asked for the message again, and rings nobody", async () => {
  const live = await start();
  const { body } = await live.post(voice, toArrival("CA1"));
  expect((await live.post(voice, toArrival("CA1"))).body).toBe(body);
  expect((await live.post(voice, toArrival("CA1", { ErrorCode: "11200" }))).body).toBe(body);
});

test("a caller who has left a message is not asked for another one when we could not be told of it", async () => {
  const live = await start();
  const { action } = readUrls((await live.post(voice, toArrival("CA1"))).body);
  const failed = { ErrorCode: "11200", ErrorUrl: action };
  expect((await live.post(voice, toArrival("CA1", failed))).body).toContain("<Response><Hangup/></Response>");
});

test("a message is taken for its own account and call only", async () => {
  const live = await start();
  const { action, callback } = readUrls((await live.post(voice, toArrival("CA1"))).body);
  const foreign = { ...recorded, AccountSid: "AC2" };
  expect((await live.post(callback, foreign, { token: "token-2" })).status).toBe(403);
  expect((await live.post(action, { ...hungUp, AccountSid: "AC2" }, { token: "token-2" })).status).toBe(403);
  expect((await live.post(callback, { ...recorded, CallSid: "CA9" })).status).toBe(403);
  expect(fold(live).voicemails).toEqual([]);
});

const ended: CarrierLegRecord = {
  ref: "CA1",
  parentRef: null,
  to: "+12025550100",
  status: "completed",
  startedAt: 1_000,
  endedAt: 21_000,
  seconds: 20,
};

const kept = { ref: "RE1", isVoicemail: true, url: "https://api.example.com/RE1", channels: 1 } as const;

const aCarrier = (recordings: Awaited<ReturnType<CarrierClient["listRecordings"]>>): CarrierClient => ({
  ...createSilentCarrier(),
  findCall: () => Promise.resolve(ended),
  listChildCalls: () => Promise.resolve([]),
  listRecordings: () => Promise.resolve(recordings),
});

const hearOfNothing = async (carrier: CarrierClient) => {
  const live = await start(voicemail, carrier);
  await live.post(voice, toArrival("CA1"));
  live.clock.advance(300_000);
  await vi.waitFor(() => expect(fold(live).status).toBe("ended"));
  return fold(live);
};

test("a message whose callback was lost is found at the carrier", async () => {
  const carrier = aCarrier([{ ...kept, status: "completed", seconds: 11 }]);
  expect((await hearOfNothing(carrier)).voicemails).toMatchObject([{ ref: "RE1", seconds: 11 }]);
});

test("where the carrier kept nothing, the caller left no message", async () => {
  expect((await hearOfNothing(aCarrier([]))).voicemails).toMatchObject([{ status: "absent" }]);
});
