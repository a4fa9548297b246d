import { expect, test } from "vitest";
import type { Disturbance } from "#switches.ts";
import {
  buyerNumber,
  callerNumber,
  receivedAt,
  startWorld,
  trackingNumber,
  type World,
} from "#testing/harness.ts";

const startDisturbed = async (disturbance: Partial<Disturbance>): Promise<World> => {
  const world = await startWorld(({ path }) =>
    path === "/voice"
      ? `<Dial action="/action"><Number statusCallback="/status" statusCallbackEvent="initiated ringing answered completed">${buyerNumber}</Number></Dial>`
      : "<Hangup/>",
  );
  world.simulator.setSwitches({ disturbance });
  return world;
};

const run = async (world: World, script = {}): Promise<string> => {
  const { callSid } = world.simulator.placeCall({ from: callerNumber, to: trackingNumber, script });
  await world.clock.runUntilIdle();
  return callSid;
};

const sequence = (world: World): readonly string[] =>
  receivedAt(world, "/status").map(({ params }) => params["SequenceNumber"] ?? "");

test("dropped callbacks never arrive, the requests of the call still do", async () => {
  const world = await startDisturbed({ dropShare: 1 });
  const truth = world.simulator.getTruth(await run(world));
  expect(world.customer.received.map(({ path }) => path)).toEqual(["/voice", "/action"]);
  expect(truth).toMatchObject({ status: "completed", isOver: true });
  expect(world.simulator.counters.dropped).toBe(5);
});

test("duplicated callbacks arrive twice with one token", async () => {
  const world = await startDisturbed({ duplicateShare: 1 });
  await run(world);
  expect(sequence(world).toSorted()).toEqual(["0", "0", "1", "1", "2", "2", "3", "3"]);
  const tokens = receivedAt(world, "/status").map(({ idempotencyToken }) => idempotencyToken);
  expect(new Set(tokens).size).toBe(4);
});

test("reordered callbacks are overtaken", async () => {
  const world = await startDisturbed({ reorderShare: 0.5, reorderMs: 120_000 });
  for (let index = 0; index < 10; index += 1) await run(world);
  const numbers = sequence(world);
  expect(numbers).toHaveLength(40);
  expect(numbers.join("")).not.toBe("0123".repeat(10));
});

test("delayed callbacks arrive after the call, and the call is over only then", async () => {
  const world = await startDisturbed({ delayShare: 1, delayMs: [300_000, 400_000] });
  const { callSid } = world.simulator.placeCall({ from: callerNumber, to: trackingNumber });
  await world.clock.advance(200_000);
  expect(world.simulator.getTruth(callSid)).toMatchObject({ status: "completed", isOver: false });
  await world.clock.runUntilIdle();
  expect(sequence(world)).toHaveLength(4);
  expect(world.simulator.getTruth(callSid).isOver).toBe(true);
});

test("a disturbance can be that of one call only", async () => {
  const world = await startDisturbed({});
  await run(world, { disturbance: { dropShare: 1 } });
  expect(sequence(world)).toEqual([]);
  await run(world);
  expect(sequence(world)).toEqual(["0", "1", "2", "3"]);
});

test("a repeated request for instructions that is answered otherwise is a fault", async () => {
  const world = await startDisturbed({ repeatedRequestShare: 1 });
  await run(world);
  expect(receivedAt(world, "/voice")).toHaveLength(2);
  expect(world.simulator.faults).toEqual([]);
  let answers = 0;
  const fickle = await startWorld(() => `<Say>${++answers}</Say>`);
  fickle.simulator.setSwitches({ disturbance: { repeatedRequestShare: 1 } });
  await run(fickle);
  expect(fickle.simulator.faults).toMatchObject([{ code: 90_001 }]);
});

test("what is acknowledged is counted, what is refused is not", async () => {
  const world = await startDisturbed({});
  const truth = world.simulator.getTruth(await run(world));
  expect(world.simulator.counters).toMatchObject({ sent: 7, acknowledged: 7, refused: 0 });
  expect(truth.acknowledged).toHaveLength(7);
  expect(truth.acknowledged[0]).toBe(`voice:${truth.callSid}`);
});
