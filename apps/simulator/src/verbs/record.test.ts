import { expect, test } from "vitest";
import type { Reply } from "#far-ends.ts";
import {
  buyerNumber,
  callerNumber,
  receivedAt,
  startWorld,
  trackingNumber,
  type World,
} from "#testing/harness.ts";

const recordCallback =
  'recordingStatusCallback="/recording" recordingStatusCallbackEvent="in-progress completed absent"';

const call = async (world: World, script = {}): Promise<string> => {
  const { callSid } = world.simulator.placeCall({ from: callerNumber, to: trackingNumber, script });
  await world.clock.runUntilIdle();
  return callSid;
};

test.each<[Reply, Record<string, string>]>([
  [
    { kind: "message", seconds: 12, endsWith: "#" },
    { RecordingDuration: "12", Digits: "#" },
  ],
  [{ kind: "message", seconds: 7 }, { RecordingDuration: "7" }],
  [
    { kind: "message", seconds: 4, endsWith: "hangup" },
    { RecordingDuration: "4", Digits: "hangup" },
  ],
])("a message %o is recorded", async (reply, expected) => {
  const world = await startWorld(({ path }) =>
    path === "/voice" ? `<Record action="/recorded" ${recordCallback}/>` : "<Hangup/>",
  );
  await call(world, { replies: [reply] });
  expect(receivedAt(world, "/recorded").map(({ path }) => path)).toEqual(["/recorded"]);
  expect(receivedAt(world, "/recorded")).toMatchObject([{ params: expected }]);
  expect(receivedAt(world, "/recording").map(({ params }) => params["RecordingStatus"])).toEqual([
    "in-progress",
    "completed",
  ]);
});

test("silence is no recording", async () => {
  const world = await startWorld(({ path }) =>
    path === "/voice" ? `<Record action="/recorded" ${recordCallback}/><Say>Bye</Say>` : "<Hangup/>",
  );
  await call(world, { replies: [{ kind: "silence" }] });
  expect(receivedAt(world, "/recorded")).toEqual([]);
  expect(receivedAt(world, "/recording").at(-1)?.params).toMatchObject({
    RecordingStatus: "absent",
    RecordingDuration: "0",
  });
});

test("a recorded dial is on the parent leg, and its callback has the recording's own shape", async () => {
  const world = await startWorld(({ path }) =>
    path === "/voice"
      ? `<Dial action="/action" record="record-from-answer-dual" ${recordCallback}><Number statusCallback="/status">${buyerNumber}</Number></Dial>`
      : "<Hangup/>",
  );
  const callSid = await call(world);
  const [started, completed] = receivedAt(world, "/recording").map(({ params }) => params);
  expect(started).toMatchObject({ RecordingStatus: "in-progress" });
  expect(Object.keys(completed ?? {}).toSorted()).toEqual([
    "AccountSid",
    "CallSid",
    "ErrorCode",
    "RecordingChannels",
    "RecordingDuration",
    "RecordingSid",
    "RecordingSource",
    "RecordingStartTime",
    "RecordingStatus",
    "RecordingTrack",
    "RecordingUrl",
  ]);
  expect(completed).toMatchObject({
    CallSid: callSid,
    RecordingChannels: "2",
    RecordingDuration: "60",
    RecordingSource: "DialVerb",
    RecordingStatus: "completed",
  });
  expect(receivedAt(world, "/action")[0]?.params["RecordingUrl"]).toBe(completed?.["RecordingUrl"]);
  expect(receivedAt(world, "/status").at(-1)?.params["RecordingSid"]).toBe(completed?.["RecordingSid"]);
});

test("nothing is recorded from the answer of a phone that nobody answered", async () => {
  const world = await startWorld(({ path }) =>
    path === "/voice"
      ? `<Dial action="/action" record="record-from-answer" ${recordCallback}>${buyerNumber}</Dial>`
      : "<Hangup/>",
  );
  world.simulator.setFarEnd(buyerNumber, { kind: "busy" });
  await call(world);
  expect(receivedAt(world, "/recording")).toEqual([]);
});
