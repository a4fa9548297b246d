import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createPools, type Pools } from "#db/client.ts";
import { createTestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { type Gate, openGate } from "./testing/open-gate.ts";
import { readBooked } from "./testing/read-booked.ts";
import { createSampleCall, tellWholeCall } from "./testing/sample-call.ts";
import { type RunningDrain, startDrain } from "./testing/start-drain.ts";

const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000 });

let database: TestDatabase;
let gate: Gate;
let pools: Pools;
let accountId: string;
let running: RunningDrain;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  ({ accountId } = await createTestAccount(database.pools));
  gate = await openGate(database.url);
  pools = createPools({ url: gate.url });
  running = startDrain({ pool: pools.drain });
});
afterEach(async () => {
  await running.drain.stop();
  await gate.close();
  await pools.close();
});

const waitsForDatabase = () =>
  eventually(() => expect(running.drain.state().kind).toBe("waiting-for-database"));

const expectBookedOnce = async (calls: number): Promise<void> => {
  const { events, calls: rows, net } = await readBooked(database.pools.app, accountId);
  expect(rows).toHaveLength(calls);
  expect(events).toHaveLength(calls * tellWholeCall(createSampleCall(accountId)).length);
  expect(net).toHaveLength(calls * 2);
};

const tellCalls = async (calls: number): Promise<void> => {
  for (let n = 0; n < calls; n += 1) {
    await running.tell(...tellWholeCall(createSampleCall(accountId)).map((event) => [event]));
  }
};

test("a cut connection only delays: afterwards everything is booked once", async () => {
  await tellCalls(3);
  await running.drain.idle();
  gate.cut();
  await tellCalls(3);
  await waitsForDatabase();
  expect(running.drain.waiting()).toBeGreaterThan(0);
  gate.open();
  await running.drain.idle();
  expect(running.drain.state()).toEqual({ kind: "booking" });
  expect(running.drain.waiting()).toBe(0);
  await expectBookedOnce(6);
});

test("a frozen PostgreSQL holds nobody for ever, and everything is booked once when it is back", async () => {
  await tellCalls(3);
  gate.freeze();
  await tellCalls(3);
  await waitsForDatabase();
  gate.open();
  await running.drain.idle();
  await expectBookedOnce(6);
});

test("a commit whose answer was lost is not repeated", async () => {
  await tellCalls(1);
  await running.drain.idle();
  gate.holdAnswers();
  await tellCalls(3);
  await waitsForDatabase();
  gate.open();
  await running.drain.idle();
  await expectBookedOnce(4);
});

test("two drains on one journal, as after a crash, book everything once", async () => {
  await tellCalls(5);
  const other = startDrain({ pool: database.pools.drain }, running.journal);
  await Promise.all([running.drain.idle(), other.drain.idle()]);
  await other.drain.stop();
  await expectBookedOnce(5);
});

test("what a stopped drain left is booked by the next one, from any position before it", async () => {
  await tellCalls(2);
  await running.drain.stop();
  await tellCalls(2);
  running = startDrain({ pool: pools.drain }, running.journal);
  await running.drain.idle();
  expect(running.drain.position()).toBe(running.journal.last());
  await expectBookedOnce(4);
});

test("with the database as witness an answer waits for the commit, and for a dead one 250 ms", async () => {
  await running.drain.stop();
  running = startDrain({ pool: pools.drain, acknowledgeBy: "database" }, running.journal);
  await tellCalls(1);
  const last = running.journal.last();
  await running.drain.acknowledged(last);
  expect(running.drain.position()).toBe(last);
  gate.freeze();
  await tellCalls(1);
  await running.drain.acknowledged(running.journal.last());
  expect(running.drain.position()).toBeLessThan(running.journal.last());
});
