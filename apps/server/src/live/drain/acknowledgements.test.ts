import { expect, test } from "vitest";
import { createAcknowledgements } from "./acknowledgements.ts";
import { createHeldClock } from "./testing/held-clock.ts";

const toSettled = async (waiting: Promise<void>): Promise<boolean> => {
  const open = Symbol("open");
  const first = await Promise.race([waiting, Promise.resolve().then(() => Promise.resolve(open))]);
  return first !== open;
};

test("by the journal nobody waits for PostgreSQL", async () => {
  const acknowledgements = createAcknowledgements("journal", createHeldClock());
  expect(await toSettled(acknowledgements.wait(1))).toBe(true);
});

test("by the database a record waits for its commit and for no other", async () => {
  const acknowledgements = createAcknowledgements("database", createHeldClock());
  const [one, two] = [acknowledgements.wait(1), acknowledgements.wait(2)];
  expect(await toSettled(one)).toBe(false);
  acknowledgements.committed(1);
  expect(await toSettled(one)).toBe(true);
  expect(await toSettled(two)).toBe(false);
  acknowledgements.committed(2);
  expect(await toSettled(two)).toBe(true);
});

test("after 250 ms the journal is enough, until the next commit", async () => {
  const clock = createHeldClock();
  const acknowledgements = createAcknowledgements("database", clock);
  const first = acknowledgements.wait(1);
  clock.advance(249);
  expect(await toSettled(first)).toBe(false);
  clock.advance(1);
  expect(await toSettled(first)).toBe(true);
  expect(await toSettled(acknowledgements.wait(2))).toBe(true);
  acknowledgements.committed(2);
  expect(await toSettled(acknowledgements.wait(3))).toBe(false);
});

test("each waits 250 ms from its own beginning", async () => {
  const clock = createHeldClock();
  const acknowledgements = createAcknowledgements("database", clock);
  const first = acknowledgements.wait(1);
  clock.advance(200);
  const second = acknowledgements.wait(2);
  acknowledgements.committed(1);
  await first;
  clock.advance(200);
  expect(await toSettled(second)).toBe(false);
  clock.advance(50);
  expect(await toSettled(second)).toBe(true);
});
