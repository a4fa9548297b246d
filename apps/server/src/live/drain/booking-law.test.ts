import type { CallEvent } from "@ccp/engine";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { readBooked } from "./testing/read-booked.ts";
import { createSampleCall, tellWholeCall } from "./testing/sample-call.ts";
import { startDrain } from "./testing/start-drain.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Events in some order, some of them several times, cut into records of which each gets a pause or not. */
const historyOf = (events: readonly CallEvent[]) =>
  fc
    .record({
      order: fc.shuffledSubarray([...events], { minLength: events.length }),
      repeated: fc.array(fc.constantFrom(...events), { maxLength: 10 }),
      cuts: fc.array(fc.record({ size: fc.integer({ min: 1, max: 6 }), isAwaited: fc.boolean() }), {
        minLength: 3,
        maxLength: 12,
      }),
    })
    .map(({ order, repeated, cuts }) => ({ told: [...order, ...repeated], cuts }));

const callId = "0b6f6a0e-5f0c-4f0a-9d35-2f7c9a1c0009";

/** Tells the history to an account of its own and gives what is booked of it. */
const book = async ({ told, cuts }: { told: CallEvent[]; cuts: { size: number; isAwaited: boolean }[] }) => {
  const { accountId } = await createTestAccount(database.pools);
  const { drain, tell } = startDrain({ pool: database.pools.drain });
  const rest = told.map((event) => ({ ...event, accountId }));
  for (const { size, isAwaited } of cuts) {
    await tell(rest.splice(0, size));
    if (isAwaited) await drain.idle();
  }
  await tell(rest);
  await drain.idle();
  await drain.stop();
  const { calls, ...booked } = await readBooked(database.pools.app, accountId);
  return { ...booked, calls: calls.map(({ row }) => ({ ...(row as object), account_id: "" })) };
};

test("order, repetition and batches change neither the rows nor what the ledger comes to", async () => {
  const events = tellWholeCall(createSampleCall("", { callId }));
  const expected = await book({ told: events, cuts: [] });
  expect(expected.calls).toMatchObject([{ status: "ended", outcome: "connected", converted: true }]);
  await fc.assert(
    fc.asyncProperty(historyOf(events), async (history) => {
      expect(await book(history)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});

test("telling everything ten times over books everything once", async () => {
  const call = createSampleCall((await createTestAccount(database.pools)).accountId);
  const { drain, tell } = startDrain({ pool: database.pools.drain });
  for (let n = 0; n < 10; n += 1) await tell(...tellWholeCall(call).map((event) => [event]));
  await drain.idle();
  await drain.stop();
  const { events, calls, net } = await readBooked(database.pools.app, call.accountId);
  expect(events).toHaveLength(tellWholeCall(call).length);
  expect(calls).toHaveLength(1);
  expect(net).toEqual([
    {
      call_id: call.callId,
      debit: "buyer:7:receivable",
      credit: "margin",
      currency: "USD",
      micros: "30000000",
    },
    expect.objectContaining({ debit: "margin", micros: "20000000" }),
  ]);
});
