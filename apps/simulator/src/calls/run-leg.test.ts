import { expect, test } from "vitest";
import { callerNumber, receivedAt, startWorld, trackingNumber, type World } from "#testing/harness.ts";

const call = async (world: World, script = {}): Promise<string> => {
  const { callSid } = world.simulator.placeCall({ from: callerNumber, to: trackingNumber, script });
  await world.clock.runUntilIdle();
  return callSid;
};

test.each([
  ["<Shout>Hi</Shout>", 12_200],
  ['<Say tone="loud">Hi</Say>', 12_200],
  ["<Say>a & b</Say>", 12_100],
  ["<Enqueue>support</Enqueue>", 12_200],
  ["<Dial><Conference>room</Conference></Dial>", 12_200],
])("%s is a loud fault, and the fallback is asked with it", async (twiml, code) => {
  const world = await startWorld(({ path }) => (path === "/voice" ? twiml : "<Say>Please call later</Say>"));
  const truth = world.simulator.getTruth(await call(world));
  expect(world.simulator.faults).toMatchObject([{ code }]);
  expect(receivedAt(world, "/fallback")[0]?.params).toMatchObject({
    ErrorCode: String(code),
    ErrorUrl: `${world.customer.url}/voice`,
  });
  expect(truth).toMatchObject({ status: "completed", faults: 1 });
});

test.each([
  [{ status: 500 }, 11_200],
  [{ status: 200, type: "application/json", body: "{}" }, 12_300],
  [{ status: 302, location: "/voice" }, 11_215],
  [{ status: 200, body: `<Response><Say>${"a".repeat(70_000)}</Say></Response>` }, 11_750],
])("an answer such as %o goes to the fallback", async (answer, code) => {
  const world = await startWorld(({ path }) => (path === "/voice" ? answer : "<Hangup/>"));
  await call(world);
  expect(receivedAt(world, "/fallback")[0]?.params["ErrorCode"]).toBe(String(code));
});

test("without a usable fallback the caller hears an apology and the call ends", async () => {
  const world = await startWorld(() => ({ status: 503 }));
  const callSid = await call(world);
  expect(world.simulator.getTruth(callSid)).toMatchObject({ status: "completed", faults: 2, isOver: true });
});

test("a request that takes 15 seconds is given up for the fallback", async () => {
  const world = await startWorld(() => "<Hangup/>");
  world.simulator.setSwitches({ disturbance: { timeoutShare: 1 } });
  const truth = world.simulator.getTruth(await call(world));
  expect(world.simulator.faults.map(({ code }) => code)).toEqual([11_200, 11_200]);
  expect((truth.endedAt ?? 0) - truth.startedAt).toBe(34_000);
});

test("Redirect takes relative addresses, methods and queries", async () => {
  const world = await startWorld(({ path }) =>
    path === "/voice" ? '<Redirect method="GET">next/step?a=1&amp;b=2</Redirect>' : "<Hangup/>",
  );
  await call(world);
  const [redirected] = receivedAt(world, "/next/step");
  expect(redirected).toMatchObject({ method: "GET", params: { a: "1", b: "2", From: callerNumber } });
});

test("Reject ends the call unanswered", async () => {
  for (const [twiml, status] of [
    ["<Reject/>", "no-answer"],
    ['<Reject reason="busy"/>', "busy"],
  ] as const) {
    const world = await startWorld(() => twiml);
    expect(world.simulator.getTruth(await call(world))).toMatchObject({
      status,
      answeredAt: null,
      durationSeconds: 0,
    });
  }
});

test("a first Pause delays the answer, Say answers", async () => {
  const world = await startWorld(() => '<Pause length="4"/><Say>Hello</Say>');
  const { answeredAt, startedAt } = world.simulator.getTruth(await call(world));
  expect((answeredAt ?? 0) - startedAt).toBe(4000);
});

test("plain text is read aloud, audio is played", async () => {
  for (const [answer, heard] of [
    [{ status: 200, type: "text/plain", body: "We are closed" }, "We are closed"],
    [{ status: 200, type: "audio/mpeg", body: "x" }, /^plays http/],
  ] as const) {
    const world = await startWorld(() => answer);
    const events = world.simulator.listEvents(await call(world));
    const words = events.flatMap((event) => (event.kind === "hears" ? [event.what] : []));
    expect(words).toEqual([expect.stringMatching(heard)]);
  }
});

test("a number without a voice URL fails the call at once", async () => {
  const world = await startWorld(() => "");
  world.simulator.addNumber({ accountSid: world.accountSid, phoneNumber: "+12125550101" });
  const { callSid } = world.simulator.placeCall({ from: callerNumber, to: "+12125550101" });
  await world.clock.runUntilIdle();
  expect(world.simulator.getTruth(callSid)).toMatchObject({ status: "failed", durationSeconds: 0 });
});

test("a caller who hangs up before anything answers leaves an unanswered call", async () => {
  const world = await startWorld(() => '<Pause length="30"/>');
  const truth = world.simulator.getTruth(await call(world, { hangsUpAfterSeconds: 6 }));
  expect(truth).toMatchObject({ status: "no-answer", answeredAt: null });
  expect(receivedAt(world, "/number-status")[0]?.params).toMatchObject({
    CallStatus: "no-answer",
    CallDuration: "0",
  });
});

const runTwentyCalls = async (): Promise<unknown> => {
  const world = await startWorld(({ path }) =>
    path === "/voice" ? '<Dial action="/a">+12025550142</Dial>' : "<Hangup/>",
  );
  world.simulator.setDefaultFarEnd({
    kind: "mix",
    of: [
      { weight: 1, farEnd: { kind: "busy" } },
      {
        weight: 3,
        farEnd: { kind: "answer", afterSeconds: [1, 9], talkSeconds: [10, 90], hangsUp: "callee" },
      },
    ],
  });
  for (let index = 0; index < 20; index += 1) await call(world);
  return world.simulator.listTruth();
};

test("the same seed gives the same calls", async () => {
  expect(await runTwentyCalls()).toEqual(await runTwentyCalls());
});
