import { expect, test } from "vitest";
import {
  buyerNumber,
  callerNumber,
  otherBuyerNumber,
  receivedAt,
  startWorld,
  trackingNumber,
  type World,
} from "#testing/harness.ts";

const number = (destination: string, more = ""): string =>
  `<Number statusCallback="/status" statusCallbackEvent="initiated ringing answered completed" ${more}>${destination}</Number>`;

const dialing =
  (dial: string, after = "<Hangup/>") =>
  ({ path }: { path: string }): string =>
    path === "/voice" ? dial : path === "/action" ? after : "";

const run = async (world: World, script = {}): Promise<string> => {
  const { callSid } = world.simulator.placeCall({ from: callerNumber, to: trackingNumber, script });
  await world.clock.runUntilIdle();
  return callSid;
};

test("a call is dialled, bridged and hung up by the buyer", async () => {
  const world = await startWorld(
    dialing(`<Dial action="/action" answerOnBridge="true">${number(buyerNumber)}</Dial>`),
  );
  world.simulator.setFarEnd(buyerNumber, {
    kind: "answer",
    afterSeconds: 4,
    talkSeconds: 95,
    hangsUp: "callee",
  });
  const callSid = await run(world);
  const truth = world.simulator.getTruth(callSid);
  expect(truth).toMatchObject({ status: "completed", durationSeconds: 95, isOver: true, faults: 0 });
  expect(truth.children).toMatchObject([
    { status: "completed", bridgedSeconds: 95, to: buyerNumber, from: callerNumber },
  ]);
  expect(receivedAt(world, "/action")[0]?.params).toMatchObject({
    CallStatus: "in-progress",
    DialCallStatus: "completed",
    DialBridged: "true",
    DialCallDuration: "95",
    DialCallSid: truth.children[0]?.callSid,
  });
});

test("the first request carries the 27 fields of an inbound call", async () => {
  const world = await startWorld(() => "<Hangup/>");
  await run(world);
  const params = receivedAt(world, "/voice")[0]?.params ?? {};
  expect(Object.keys(params)).toHaveLength(27);
  expect(params).toMatchObject({
    CallStatus: "ringing",
    Direction: "inbound",
    From: callerNumber,
    Caller: callerNumber,
    FromState: "IL",
    CallerState: "IL",
    To: trackingNumber,
    CalledCity: "NEW YORK",
    StirVerstat: "TN-Validation-Passed-A",
    ApiVersion: "2010-04-01",
  });
});

test("the child reports four events in sequence, the number one at the end", async () => {
  const world = await startWorld(dialing(`<Dial action="/action">${number(buyerNumber)}</Dial>`));
  const callSid = await run(world);
  const child = receivedAt(world, "/status").map(({ params }) => params);
  expect(child.map((params) => [params["CallStatus"], params["SequenceNumber"]])).toEqual([
    ["initiated", "0"],
    ["ringing", "1"],
    ["in-progress", "2"],
    ["completed", "3"],
  ]);
  expect(child[3]).toMatchObject({
    ParentCallSid: callSid,
    Direction: "outbound-dial",
    CallDuration: "60",
    Duration: "1",
    SipResponseCode: "200",
    CallbackSource: "call-progress-events",
    Timestamp: "Mon, 05 Jan 2026 12:01:03 +0000",
  });
  expect(
    receivedAt(world, "/number-status").map(({ params }) => [params["CallSid"], params["CallStatus"]]),
  ).toEqual([[callSid, "completed"]]);
});

test.each([
  [{ kind: "busy" } as const, "busy", "486"],
  [{ kind: "failed" } as const, "failed", "404"],
  [{ kind: "no-answer" } as const, "no-answer", "487"],
])("a phone that is %o ends the dial unbridged", async (farEnd, status, sipResponseCode) => {
  const world = await startWorld(
    dialing(`<Dial action="/action" timeout="20">${number(buyerNumber)}</Dial>`),
  );
  world.simulator.setFarEnd(buyerNumber, farEnd);
  const truth = world.simulator.getTruth(await run(world));
  expect(receivedAt(world, "/action")[0]?.params).toMatchObject({
    DialCallStatus: status,
    DialBridged: "false",
    DialCallDuration: "0",
  });
  expect(receivedAt(world, "/status").at(-1)?.params).toMatchObject({
    SipResponseCode: sipResponseCode,
    CallDuration: "0",
  });
  expect(truth.children[0]).toMatchObject({ status, bridgedMs: 0, answeredAt: null });
});

test("the timeout of a dial lasts five seconds longer than it says", async () => {
  const world = await startWorld(
    dialing(`<Dial action="/action" timeout="20">${number(buyerNumber)}</Dial>`),
  );
  world.simulator.setFarEnd(buyerNumber, {
    kind: "answer",
    afterSeconds: 26,
    talkSeconds: 5,
    hangsUp: "callee",
  });
  const truth = world.simulator.getTruth(await run(world));
  const [child] = truth.children;
  expect(child?.status).toBe("no-answer");
  expect((child?.endedAt ?? 0) - (child?.startedAt ?? 0)).toBe(25_000);
});

test("with answerOnBridge the caller is answered at the bridge, without it at once", async () => {
  for (const [attribute, answeredAfterMs] of [
    ['answerOnBridge="true"', 3000],
    ["", 0],
  ] as const) {
    const world = await startWorld(
      dialing(`<Dial action="/action" ${attribute}>${number(buyerNumber)}</Dial>`),
    );
    const { answeredAt, startedAt } = world.simulator.getTruth(await run(world));
    expect((answeredAt ?? 0) - startedAt).toBe(answeredAfterMs);
  }
});

test("the next target is dialled from the action of the one before", async () => {
  const world = await startWorld(({ path }) =>
    path === "/voice"
      ? `<Dial action="/second" answerOnBridge="true">${number(buyerNumber)}</Dial>`
      : path === "/second"
        ? `<Dial action="/action" answerOnBridge="true">${number(otherBuyerNumber)}</Dial>`
        : "<Hangup/>",
  );
  world.simulator.setFarEnd(buyerNumber, { kind: "busy", afterSeconds: 2 });
  const truth = world.simulator.getTruth(await run(world));
  expect(receivedAt(world, "/second")[0]?.params["CallStatus"]).toBe("ringing");
  expect(truth.children.map(({ status }) => status)).toEqual(["busy", "completed"]);
});

test("in a parallel dial the first to answer wins and the others are cancelled", async () => {
  const world = await startWorld(
    dialing(`<Dial action="/action">${number(buyerNumber)}${number(otherBuyerNumber)}</Dial>`),
  );
  world.simulator.setFarEnd(buyerNumber, {
    kind: "answer",
    afterSeconds: 9,
    talkSeconds: 5,
    hangsUp: "callee",
  });
  const truth = world.simulator.getTruth(await run(world));
  expect(truth.children.map(({ status }) => status)).toEqual(["canceled", "completed"]);
  expect(receivedAt(world, "/action")[0]?.params["DialCallSid"]).toBe(truth.children[1]?.callSid);
});

test("a sequential dial rings one after the other", async () => {
  const world = await startWorld(
    dialing(
      `<Dial action="/action" sequential="true" timeout="10">${number(buyerNumber)}${number(otherBuyerNumber)}</Dial>`,
    ),
  );
  world.simulator.setFarEnd(buyerNumber, { kind: "no-answer" });
  const [first, second] = world.simulator.getTruth(await run(world)).children;
  expect([first?.status, second?.status]).toEqual(["no-answer", "completed"]);
  expect(second?.startedAt).toBe(first?.endedAt);
});

test("a caller who leaves while it rings cancels the phone, and the action still hears of it", async () => {
  const world = await startWorld(
    dialing(`<Dial action="/action" answerOnBridge="true">${number(buyerNumber)}</Dial>`),
  );
  world.simulator.setFarEnd(buyerNumber, { kind: "no-answer" });
  const truth = world.simulator.getTruth(await run(world, { hangsUpAfterSeconds: 8 }));
  expect(truth).toMatchObject({ status: "no-answer", answeredAt: null });
  expect(truth.children).toMatchObject([{ status: "canceled" }]);
  expect((truth.endedAt ?? 0) - truth.startedAt).toBe(8000);
  expect(receivedAt(world, "/action")[0]?.params).toMatchObject({
    DialCallStatus: "no-answer",
    DialBridged: "false",
  });
});

test("what nobody has settled about a caller who leaves can be switched", async () => {
  const world = await startWorld(
    dialing(`<Dial action="/action" answerOnBridge="true">${number(buyerNumber)}</Dial>`),
  );
  world.simulator.setSwitches({
    behaviour: {
      actionAfterCallerLeft: "skipped",
      childStatusAfterCallerLeft: "no-answer",
      unansweredParentStatus: "canceled",
    },
  });
  world.simulator.setFarEnd(buyerNumber, { kind: "no-answer" });
  const truth = world.simulator.getTruth(await run(world, { hangsUpAfterSeconds: 8 }));
  expect(truth).toMatchObject({ status: "canceled", children: [{ status: "no-answer" }] });
  expect(receivedAt(world, "/action")).toEqual([]);
});

test("a caller who hangs up in the talk ends both legs, and the action is told", async () => {
  const world = await startWorld(dialing(`<Dial action="/action">${number(buyerNumber)}</Dial>`));
  world.simulator.setFarEnd(buyerNumber, {
    kind: "answer",
    afterSeconds: 2,
    talkSeconds: 33,
    hangsUp: "caller",
  });
  const truth = world.simulator.getTruth(await run(world));
  expect(truth).toMatchObject({
    status: "completed",
    children: [{ status: "completed", bridgedSeconds: 33 }],
  });
  expect(receivedAt(world, "/action")[0]?.params).toMatchObject({
    CallStatus: "completed",
    DialCallDuration: "33",
  });
});

const press = (digits: string) =>
  ({
    kind: "answer",
    afterSeconds: 2,
    talkSeconds: 50,
    hangsUp: "callee",
    replies: [{ kind: "digits", digits }],
  }) as const;

test("pressing 1 at the screen lets the call through; the talk is counted from then", async () => {
  const world = await startWorld(({ path, params }) => {
    if (path === "/screen")
      return '<Gather numDigits="1" action="/accept"><Say>Press 1</Say></Gather><Hangup/>';
    if (path === "/accept") return params["Digits"] === "1" ? "<Say>Connecting</Say>" : "<Hangup/>";
    return path === "/voice"
      ? `<Dial action="/action">${number(buyerNumber, 'url="/screen"')}</Dial>`
      : "<Hangup/>";
  });
  world.simulator.setFarEnd(buyerNumber, [press("1"), press("2")]);
  const accepted = world.simulator.getTruth(await run(world)).children[0];
  expect(accepted?.bridgedSeconds).toBe(50);
  expect(accepted?.durationSeconds).toBeGreaterThan(50);
  expect(receivedAt(world, "/screen")[0]?.params).toMatchObject({
    Direction: "outbound-dial",
    CallStatus: "in-progress",
  });
  const refused = world.simulator.getTruth(await run(world)).children[0];
  expect(refused).toMatchObject({ status: "completed", bridgedMs: 0 });
  expect(receivedAt(world, "/action").at(-1)?.params).toMatchObject({
    DialCallStatus: "completed",
    DialBridged: "false",
    DialCallDuration: "0",
  });
});

test("a screen may not dial", async () => {
  const world = await startWorld(({ path }) =>
    path === "/voice"
      ? `<Dial action="/action">${number(buyerNumber, 'url="/screen"')}</Dial>`
      : path === "/screen"
        ? "<Dial>+12025550142</Dial>"
        : "<Hangup/>",
  );
  const truth = world.simulator.getTruth(await run(world));
  expect(truth.children).toHaveLength(1);
  expect(world.simulator.faults).toMatchObject([{ code: 12_200 }]);
});

test("timeLimit ends the talk, and a star does when it is asked for", async () => {
  const limited = await startWorld(
    dialing(`<Dial action="/action" timeLimit="20">${number(buyerNumber)}</Dial>`),
  );
  expect(limited.simulator.getTruth(await run(limited)).children[0]?.bridgedSeconds).toBe(20);
  const starred = await startWorld(
    dialing(`<Dial action="/action" hangupOnStar="true">${number(buyerNumber)}</Dial>`),
  );
  const { callSid } = starred.simulator.placeCall({ from: callerNumber, to: trackingNumber });
  await starred.clock.advance(13_000);
  starred.simulator.pressKeys(callSid, "5*");
  await starred.clock.runUntilIdle();
  expect(starred.simulator.getTruth(callSid)).toMatchObject({
    status: "completed",
    children: [{ bridgedSeconds: 10 }],
  });
});

test("a caller id that is nobody's fails the dial loudly", async () => {
  const world = await startWorld(
    dialing(`<Dial action="/action" callerId="+12025550111">${number(buyerNumber)}</Dial>`),
  );
  const truth = world.simulator.getTruth(await run(world));
  expect(truth.children).toEqual([]);
  expect(world.simulator.faults).toMatchObject([{ code: 13_214 }]);
  expect(receivedAt(world, "/action")[0]?.params).toMatchObject({ DialCallStatus: "failed" });
});

test("SIP addresses and clients are rung like phones", async () => {
  const world = await startWorld(dialing('<Dial action="/action"><Sip>sip:desk@example.com</Sip></Dial>'));
  expect(world.simulator.getTruth(await run(world)).children[0]?.to).toBe("sip:desk@example.com");
  const other = await startWorld(
    dialing('<Dial action="/action"><Client><Identity>ann</Identity></Client></Dial>'),
  );
  expect(other.simulator.getTruth(await run(other)).children[0]?.to).toBe("client:ann");
});

test("a Dial without an action falls through to the next verb", async () => {
  const world = await startWorld(dialing(`<Dial>${number(buyerNumber)}</Dial><Say>Goodbye</Say>`));
  const callSid = await run(world);
  expect(
    world.simulator.listEvents(callSid).some((event) => event.kind === "hears" && event.what === "Goodbye"),
  ).toBe(true);
});

test("a call's own script can say what each of its attempts meets, whichever destination is dialled", async () => {
  const busyThenAnswer = [
    { kind: "busy" },
    { kind: "answer", afterSeconds: 1, talkSeconds: 30, hangsUp: "callee" },
  ];
  const world = await startWorld(({ path }) => {
    if (path === "/voice") return `<Dial action="/next">${number(buyerNumber)}</Dial>`;
    return path === "/next" ? `<Dial action="/action">${number(otherBuyerNumber)}</Dial>` : "<Hangup/>";
  });
  const truth = world.simulator.getTruth(await run(world, { farEndsInTurn: busyThenAnswer }));
  expect(truth.children.map(({ to, status }) => [to, status])).toEqual([
    [buyerNumber, "busy"],
    [otherBuyerNumber, "completed"],
  ]);
});
