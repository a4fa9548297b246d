import { foldCall } from "@ccp/engine";
import { expect, test } from "vitest";
import { createEntry, createRow } from "./testing/sample-book.ts";
import { readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";

type Started = Awaited<ReturnType<typeof startLive>>;

const endUnanswered = async ({ post }: Started, step: string, child: string) => {
  const { body } = await post(step, {
    AccountSid: "AC1",
    CallSid: "CA1",
    CallStatus: "in-progress",
    DialCallSid: child,
    DialCallStatus: "no-answer",
    DialBridged: "false",
  });
  return body;
};

const fold = ({ journal }: Started) => foldCall(journal.records.flatMap(({ events }) => events));

test("a row that allows two attempts rings twice, each with a slot of its own that is given back", async () => {
  const rows = [createRow(1, { dialAttemptsMax: 2, concurrencyMax: 1 })];
  const entry = createEntry(1, "+12025550100", { rows, dialAttemptsMax: 5 });
  const live = await startLive({ entries: [entry] });
  const { accountId } = entry.book;
  const readInUse = () => live.capacity.readInUse(accountId, [createRow(1).targetId]);
  const first = readDial((await live.post(voice, toArrival("CA1"))).body);
  expect(await readInUse()).toEqual([1]);
  const second = readDial(await endUnanswered(live, first.step, "CA1-child-1"));
  expect(second.number).toBe(first.number);
  expect(await readInUse()).toEqual([1]);
  expect(await endUnanswered(live, second.step, "CA1-child-2")).toContain("<Say>");
  expect(await readInUse()).toEqual([0]);
  expect(fold(live).attempts.map(({ outcome }) => outcome)).toEqual(["no-answer", "no-answer"]);
});

test("after the time to connect nobody further is rung, and the last one rings for what is left", async () => {
  const rows = [1, 2, 3].map((place) => createRow(place, { priority: place }));
  const changes = { rows, decisionTimeoutSeconds: 30, ringTimeoutSeconds: 20, dialAttemptsMax: 5 };
  const live = await startLive({ entries: [createEntry(1, "+12025550100", changes)] });
  const first = readDial((await live.post(voice, toArrival("CA1"))).body);
  live.clock.advance(21_000);
  const body = await endUnanswered(live, first.step, "CA1-child-1");
  expect(body).toContain('timeout="9"');
  live.clock.advance(10_000);
  expect(await endUnanswered(live, readDial(body).step, "CA1-child-2")).toContain("<Say>");
  expect(fold(live).decisions.at(-1)).toMatchObject({
    waited: { ms: 31_000, limitSeconds: 30 },
    choice: { reason: "time-used-up" },
  });
});
