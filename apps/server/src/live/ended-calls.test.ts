import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createEndedCalls } from "./ended-calls.ts";

const dayMs = 24 * 3_600_000;

test("an ended call is known for a day and through restarts, and gone after two more generations", () => {
  const calls = createEndedCalls();
  const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
  calls.add(first, 0);
  calls.add(second, dayMs);
  const restored = createEndedCalls();
  restored.restore(JSON.parse(JSON.stringify(calls.checkpoint())));
  expect([first, second, third].map(restored.has)).toEqual([true, true, false]);
  restored.add(third, 2 * dayMs);
  expect([first, second, third].map(restored.has)).toEqual([false, true, true]);
});

test("all of many ended calls are in the checkpoint, whose blocks stay as they were", () => {
  const calls = createEndedCalls();
  const ids = Array.from({ length: 1_234 }, () => randomUUID());
  for (const id of ids) calls.add(id, 1);
  const document = calls.checkpoint();
  const text = JSON.stringify(document);
  for (let n = 0; n < 600; n += 1) calls.add(randomUUID(), 2);
  expect(JSON.stringify(document)).toBe(text);
  const restored = createEndedCalls();
  restored.restore(document);
  expect(ids.every(restored.has)).toBe(true);
  expect(document[0]?.blocks).toHaveLength(5);
});
