import type { BookedMessage } from "@ccp/contract";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type Clock, systemClock } from "#clock.ts";
import type { DatabasePool } from "#db/client.ts";
import { createHeldClock } from "#live/drain/testing/held-clock.ts";
import { openGate, type Gate } from "#live/drain/testing/open-gate.ts";
import { createSampleCall } from "#live/drain/testing/sample-call.ts";
import { type RunningDrain, startDrain } from "#live/drain/testing/start-drain.ts";
import { createTestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { createStream, type Stream } from "./stream.ts";

const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000 });

let database: TestDatabase;
let gate: Gate;
let running: RunningDrain;
let stream: Stream;
let accountId: string;
let loads: number;

/** Counts what the stream asks of the database. */
const startStream = (clock: Clock): void => {
  const { app } = database.pools;
  const connect: DatabasePool["connect"] = () => {
    loads += 1;
    return app.connect();
  };
  const pool = { limits: app.limits, connect };
  stream = createStream({ directUrl: gate.url, pool, clock, log: pino({ level: "silent" }) });
};

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  ({ accountId } = await createTestAccount(database.pools));
  gate = await openGate(database.url);
  running = startDrain({ pool: database.pools.drain });
  loads = 0;
  startStream(systemClock);
});
afterEach(async () => {
  await stream.stop();
  await running.drain.stop();
  await gate.close();
});

const subscribe = (id = accountId) => {
  const messages: BookedMessage[] = [];
  const unsubscribe = stream.subscribe(id, (message) => messages.push(message));
  return { messages, unsubscribe, told: () => new Set(messages.flatMap(({ callIds }) => callIds)) };
};

const bookCalls = async (count: number, id = accountId): Promise<string[]> => {
  const calls = Array.from({ length: count }, () => createSampleCall(id));
  for (const call of calls) {
    await running.tell(call.start());
    await running.drain.idle();
  }
  return calls.map(({ callId }) => callId);
};

test("a subscriber is told of what is there and of every later booking, of its own account only", async () => {
  const [before] = await bookCalls(1);
  const { told, messages } = subscribe();
  await eventually(() => expect(told()).toEqual(new Set([before])));
  const { accountId: otherId } = await createTestAccount(database.pools);
  await bookCalls(2, otherId);
  const later = await bookCalls(2);
  await eventually(() => expect(told()).toEqual(new Set([before, ...later])));
  const seqs = messages.map(({ bookedSeq }) => bookedSeq);
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
});

test("many bookings in a row are told in one message, and all subscribers share one load", async () => {
  await stream.stop();
  const clock = createHeldClock();
  startStream(clock);
  const [one, two] = [subscribe(), subscribe()];
  await eventually(() => expect(loads).toBe(1));
  const ids = await bookCalls(30);
  await eventually(() => {
    clock.advance(200);
    expect(one.told()).toEqual(new Set(ids));
  });
  expect(two.told()).toEqual(new Set(ids));
  expect(one.messages.length).toBeLessThanOrEqual(2);
  expect(one.messages.at(-1)).toBe(two.messages.at(-1));
});

test("without a subscriber nothing is asked of the database", async () => {
  const { unsubscribe, told } = subscribe();
  await bookCalls(1);
  await eventually(() => expect(told().size).toBe(1));
  unsubscribe();
  const before = loads;
  await bookCalls(3);
  const { accountId: otherId } = await createTestAccount(database.pools);
  const other = subscribe(otherId);
  await bookCalls(1, otherId);
  await eventually(() => expect(other.told().size).toBe(1));
  expect(loads - before).toBeLessThanOrEqual(3);
  expect(told().size).toBe(1);
});

test("what was booked while the connection was down is told when it is back", async () => {
  const { told } = subscribe();
  const first = await bookCalls(1);
  await eventually(() => expect(told()).toEqual(new Set(first)));
  gate.cut();
  const missed = await bookCalls(2);
  gate.open();
  await eventually(() => expect(told()).toEqual(new Set([...first, ...missed])));
});

test("of very many changes the latest are named, and the newest place is always told", async () => {
  const calls = Array.from({ length: 300 }, () => createSampleCall(accountId));
  await running.tell(...calls.map((call) => call.start()));
  await running.drain.idle();
  const { messages } = subscribe();
  await eventually(() => expect(messages).toHaveLength(1));
  expect(messages[0]?.callIds).toHaveLength(200);
});

test("with several drains at work a reader that goes by the watermark misses no call", async () => {
  const { told } = subscribe();
  const drains = Array.from({ length: 4 }, () => startDrain({ pool: database.pools.drain }));
  const booked = await Promise.all(
    drains.map(async ({ drain, tell }) => {
      const calls = Array.from({ length: 25 }, () => createSampleCall(accountId));
      for (const call of calls) {
        await tell(call.start());
        await drain.idle();
      }
      await drain.stop();
      return calls.map(({ callId }) => callId);
    }),
  );
  await eventually(() => expect(told()).toEqual(new Set(booked.flat())));
});

test("a nudge reaches those who listen to the account, names no call and moves no watermark", async () => {
  const [first] = await bookCalls(1);
  const { told, messages } = subscribe();
  const { accountId: otherId } = await createTestAccount(database.pools);
  const other = subscribe(otherId);
  await eventually(() => expect(told()).toEqual(new Set([first])));
  const seq = messages.at(-1)?.bookedSeq;
  stream.nudge(accountId);
  expect(messages.at(-1)).toEqual({ bookedSeq: seq, callIds: [] });
  expect(other.messages).toEqual([]);
});
