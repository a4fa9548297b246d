import { Client } from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { createTestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { createMemoryJournal } from "./testing/memory-journal.ts";
import { readBooked } from "./testing/read-booked.ts";
import { createSampleCall, tellWholeCall } from "./testing/sample-call.ts";
import { startDrain } from "./testing/start-drain.ts";

const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000 });

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const createAccountId = async () => (await createTestAccount(database.pools)).accountId;
const countCalls = async (accountId: string) =>
  (await readBooked(database.pools.app, accountId)).calls.length;

const openClient = async (): Promise<Client> => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
};

/** Holds up all booking of one account until the returned function is called. */
const lockAccount = async (accountId: string): Promise<() => Promise<unknown>> => {
  const client = await openClient();
  const key = `hashtextextended('drain:${accountId}', 0)`;
  await client.query(`select pg_advisory_lock(${key})`);
  return () => client.query(`select pg_advisory_unlock(${key})`);
};

test("an account that cannot be booked at present holds up nobody else, and is booked later in order", async () => {
  const [stuck, other] = [await createAccountId(), await createAccountId()];
  const unlock = await lockAccount(stuck);
  const journal = createMemoryJournal();
  const { drain, tell } = startDrain({ pool: database.pools.drain }, journal);
  const call = createSampleCall(stuck);
  await tell(tellWholeCall(createSampleCall(other)), call.start());
  await eventually(async () => expect(await countCalls(other)).toBe(1));
  await tell(
    tellWholeCall(createSampleCall(other)),
    tellWholeCall(call),
    tellWholeCall(createSampleCall(other)),
  );
  await eventually(async () => expect(await countCalls(other)).toBe(3));
  expect(drain.position()).toBe(1);
  expect(drain.state()).toEqual({ kind: "booking" });
  expect(await countCalls(stuck)).toBe(0);

  await unlock();
  await drain.idle();
  expect(drain.position()).toBe(journal.last());
  expect(await readBooked(database.pools.app, stuck)).toMatchObject({
    calls: [{ row: { status: "ended" } }],
    quarantined: [],
  });
  await tell(tellWholeCall(createSampleCall(stuck)));
  await drain.idle();
  expect(await countCalls(stuck)).toBe(2);
  await drain.stop();
});

test("a drain that is stopped while an account is parked leaves that account's events to the next one", async () => {
  const [stuck, other] = [await createAccountId(), await createAccountId()];
  const unlock = await lockAccount(stuck);
  const journal = createMemoryJournal();
  const first = startDrain({ pool: database.pools.drain }, journal);
  await first.tell(tellWholeCall(createSampleCall(stuck)), tellWholeCall(createSampleCall(other)));
  await eventually(async () => expect(await countCalls(other)).toBe(1));
  await first.drain.stop();
  expect(first.drain.position()).toBe(0);
  await unlock();
  const second = startDrain({ pool: database.pools.drain }, journal);
  await second.drain.idle();
  expect([await countCalls(stuck), await countCalls(other)]).toEqual([1, 1]);
  await second.drain.stop();
});

test("with the database as witness, only the parked account's answers do without the commit", async () => {
  const [stuck, other] = [await createAccountId(), await createAccountId()];
  const unlock = await lockAccount(stuck);
  const { drain, tell, journal } = startDrain({ pool: database.pools.drain, acknowledgeBy: "database" });
  await tell(tellWholeCall(createSampleCall(stuck)));
  await drain.acknowledged(journal.last());
  await tell(tellWholeCall(createSampleCall(other)));
  await eventually(async () => expect(await countCalls(other)).toBe(1));
  await tell(tellWholeCall(createSampleCall(other)));
  await drain.acknowledged(journal.last());
  expect(await countCalls(other)).toBe(2);
  await unlock();
  await drain.stop();
});

test("a share that takes the server too long is booked in smaller ones", async () => {
  const slow = await createAccountId();
  const client = await openClient();
  // 20 ms for each event: 100 of them stay beyond the time limit of a statement, 50 within.
  await client.query(`create function dawdle() returns trigger language plpgsql as
    $$ begin if new.account_id = '${slow}' then perform pg_sleep(0.02); end if; return new; end $$`);
  await client.query(
    "create trigger dawdle before insert on call_events for each row execute function dawdle()",
  );
  onTestFinished(async () => {
    await client.query("drop function dawdle cascade");
  });
  const { drain, tell } = startDrain({ pool: database.pools.drain });
  const calls = Array.from({ length: 10 }, () => createSampleCall(slow));
  await tell(...calls.flatMap((call) => tellWholeCall(call).map((event) => [event])));
  await drain.idle();
  expect(await countCalls(slow)).toBe(10);
  await drain.stop();
});
