import type { CallEvent, CallFact } from "@ccp/engine";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { createTestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { replayQuarantined } from "./quarantine.ts";
import { readBooked } from "./testing/read-booked.ts";
import { createSampleCall, type SampleCall, tellWholeCall } from "./testing/sample-call.ts";
import { startDrain } from "./testing/start-drain.ts";

let database: TestDatabase;
let accountId: string;
let call: SampleCall;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  ({ accountId } = await createTestAccount(database.pools));
  call = createSampleCall(accountId);
});

const book = async (events: readonly CallEvent[]): Promise<void> => {
  const { drain, tell } = startDrain({ pool: database.pools.drain });
  await tell(events);
  await drain.idle();
  await drain.stop();
};

const query = <Row extends Record<string, unknown>>(text: string, values: unknown[]): Promise<Row[]> =>
  withAccount(database.pools.app, accountId, async (tx) => (await tx.query<Row>(text, values)).rows);

const replay = (id: number, of = accountId): Promise<boolean> =>
  withAccount(database.pools.app, of, (tx) => replayQuarantined(tx, id));

const findWaitingId = async (): Promise<number> => {
  const [row] = await query<{ id: string }>(
    "select id from quarantined_events where replayed_at is null",
    [],
  );
  return Number(row?.id);
};

test.each<[string, (event: CallEvent) => CallEvent]>([
  ["text that PostgreSQL cannot hold", (event) => ({ ...event, key: "leg:\u0000:ringing:callback" })],
  ["half of a character", (event) => ({ ...event, fact: { ...event.fact, ref: "\ud800" } as CallFact })],
  ["no time", (event) => ({ ...event, at: Number.NaN })],
  ["no fact", (event) => ({ ...event, fact: null as unknown as CallFact })],
  ["a call id that is none", (event) => ({ ...event, callId: "not-a-call" })],
  [
    "a key beyond what an index takes",
    (event) => ({ ...event, key: Array.from({ length: 9_000 }, Math.random).join("") }),
  ],
])("an event with %s is set aside, and everybody else is booked", async (_, spoil) => {
  const others = Array.from({ length: 8 }, () => createSampleCall(accountId));
  const poison = spoil(call.leg(1_000, "queued"));
  const events = [...others.flatMap(tellWholeCall), poison, ...tellWholeCall(call)];
  await book(events);
  await book(events);
  const booked = await readBooked(database.pools.app, accountId);
  expect(booked.calls).toHaveLength(9);
  expect(booked.events).toHaveLength(events.length - 1);
  expect(booked.quarantined).toEqual([
    { event: JSON.stringify(poison), error: expect.stringMatching(/./), replayed_at: null },
  ]);
});

test("a replay books a quarantined event once its reason is gone, and only once", async () => {
  const poison = { ...call.leg(1_000, "ringing"), at: Number.NaN };
  await book([...call.start(), poison]);
  const id = await findWaitingId();
  await expect(replay(id)).rejects.toThrow(/null value/);
  expect(await findWaitingId()).toBe(id);
  const repaired = JSON.stringify({ ...poison, at: call.leg(1_000, "ringing").at });
  await query("update quarantined_events set event = to_jsonb($1::text) where id = $2", [repaired, id]);
  expect(await replay(id)).toBe(true);
  expect(await replay(id)).toBe(false);
  const { events, quarantined } = await readBooked(database.pools.app, accountId);
  expect(events).toHaveLength(3);
  expect(quarantined).toMatchObject([{ replayed_at: expect.any(Date) }]);
});

test("an account cannot replay what another has in quarantine", async () => {
  await book([{ ...call.leg(1_000, "ringing"), at: Number.NaN }]);
  const id = await findWaitingId();
  const { accountId: otherId } = await createTestAccount(database.pools);
  expect(await replay(id, otherId)).toBe(false);
});
