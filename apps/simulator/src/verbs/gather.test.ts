import { expect, test } from "vitest";
import { callerNumber, receivedAt, startWorld, trackingNumber, type World } from "#testing/harness.ts";

const menu =
  (attributes: string) =>
  ({ path }: { path: string }): string =>
    path === "/voice"
      ? `<Gather action="/chosen" ${attributes}><Say>Press a key</Say></Gather><Say>Nothing heard</Say>`
      : "<Hangup/>";

const call = async (world: World, replies: readonly object[] = []): Promise<string> => {
  const { callSid } = world.simulator.placeCall({
    from: callerNumber,
    to: trackingNumber,
    script: { replies } as never,
  });
  await world.clock.runUntilIdle();
  return callSid;
};

const hears = (world: World, callSid: string): readonly string[] =>
  world.simulator.listEvents(callSid).flatMap((event) => (event.kind === "hears" ? [event.what] : []));

test("keys are posted without the finishing key", async () => {
  const world = await startWorld(menu(""));
  await call(world, [{ kind: "digits", digits: "42#9" }]);
  expect(receivedAt(world, "/chosen")[0]?.params).toMatchObject({ Digits: "42", FinishedOnKey: "#" });
});

test("numDigits ends the input at once", async () => {
  const world = await startWorld(menu('numDigits="2"'));
  await call(world, [{ kind: "digits", digits: "123" }]);
  expect(receivedAt(world, "/chosen")[0]?.params["Digits"]).toBe("12");
});

test("keys end the prompt; without numDigits the timeout after the last key ends the input", async () => {
  const world = await startWorld(menu('timeout="3"'));
  const callSid = await call(world, [{ kind: "digits", digits: "7", afterSeconds: 0.1 }]);
  expect(receivedAt(world, "/chosen")[0]?.params["Digits"]).toBe("7");
  const truth = world.simulator.getTruth(callSid);
  expect((truth.endedAt ?? 0) - truth.startedAt).toBe(3100);
});

test("silence goes on with the next verb, or to the action when that is asked for", async () => {
  const silent = await startWorld(menu(""));
  expect(hears(silent, await call(silent, [{ kind: "silence" }]))).toContain("Nothing heard");
  const asked = await startWorld(menu('actionOnEmptyResult="true"'));
  await call(asked);
  expect(receivedAt(asked, "/chosen")[0]?.params["Digits"]).toBe("");
});

test("a lone finishing key is no input", async () => {
  const world = await startWorld(menu(""));
  expect(hears(world, await call(world, [{ kind: "digits", digits: "#" }]))).toContain("Nothing heard");
});

test("words are posted with their confidence, when speech is wanted", async () => {
  const world = await startWorld(menu('input="dtmf speech"'));
  await call(world, [{ kind: "speech", text: "roof repair", confidence: 0.8 }]);
  expect(receivedAt(world, "/chosen")[0]?.params).toMatchObject({
    SpeechResult: "roof repair",
    Confidence: "0.8",
  });
  const deaf = await startWorld(menu('input="dtmf"'));
  expect(hears(deaf, await call(deaf, [{ kind: "speech", text: "roof repair" }]))).toContain("Nothing heard");
});

test("without an action the keys go to the running document", async () => {
  const world = await startWorld(({ params }) =>
    params["Digits"] === undefined ? '<Gather numDigits="1"><Pause length="2"/></Gather>' : "<Hangup/>",
  );
  await call(world, [{ kind: "digits", digits: "5" }]);
  expect(receivedAt(world, "/voice").map(({ params }) => params["Digits"])).toEqual([undefined, "5"]);
});

test("keys pressed from outside are heard, live", async () => {
  const world = await startWorld(menu('numDigits="1"'));
  const { callSid } = world.simulator.placeCall({ from: callerNumber, to: trackingNumber });
  await world.clock.advance(1500);
  world.simulator.pressKeys(callSid, "3");
  await world.clock.runUntilIdle();
  expect(receivedAt(world, "/chosen")[0]?.params["Digits"]).toBe("3");
});
