import type { Prepaid } from "@ccp/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createEntry, createRow } from "./testing/sample-book.ts";
import { readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";
const price = 12_500_000n;

const strict: Prepaid = { creditLimitMicros: "0", mode: "strict" };

const toEntry = (prepaid: Prepaid) =>
  createEntry(1, "+12025550100", {
    rows: [createRow(1, { prepaid, concurrencyMax: null }), createRow(2, { concurrencyMax: null })],
  });

const { accountId } = toEntry(strict).book;
const [first, second] = [createRow(1), createRow(2)];
const buyerId = first.buyerId ?? 0;

const start = async (
  micros: bigint | null,
  prepaid = strict,
  more: Partial<Parameters<typeof startLive>[0]> = {},
) => {
  const live = await startLive({ entries: [toEntry(prepaid)], ...more });
  if (micros !== null) {
    const started = { buyerId, micros, through: 1, calls: new Map() };
    await live.capacity.hearLedger(accountId, { kind: "started", start: started });
  }
  return live;
};

type Started = Awaited<ReturnType<typeof start>>;

const readBalance = async ({ capacity }: Started) => (await capacity.readBalances(accountId, [buyerId]))[0];

const call = async ({ post }: Started, callRef: string) =>
  readDial((await post(voice, toArrival(callRef))).body);

const endDial = ({ post }: Started, step: string, callRef: string, status: string, seconds = 0) =>
  post(step, {
    AccountSid: "AC1",
    CallSid: callRef,
    CallStatus: status === "completed" ? "completed" : "in-progress",
    DialCallSid: `${callRef}-child`,
    DialCallStatus: status,
    DialBridged: status === "completed" ? "true" : "false",
    DialCallDuration: String(seconds),
  });

const isFirst = ({ number }: { number: string }) => number === first.destination.address;

test("a call that could cost more than is left goes to the next target, and the decision has the numbers", async () => {
  const live = await start(price + 3_200_000n);
  const numbers = [await call(live, "CA1"), await call(live, "CA2")].map(({ number }) => number);
  expect(numbers).toEqual([first.destination.address, second.destination.address]);
  const decided = live.journal.records.at(-1)?.events.find(({ key }) => key === "decided:0")?.fact;
  expect(decided).toMatchObject({ reasons: "OC", balances: ["3200000", null] });
});

test("of many calls at once exactly as many are taken as the balance pays for", async () => {
  const live = await start(3n * price + 1n);
  const dials = await Promise.all(Array.from({ length: 12 }, (_, index) => call(live, `CA${index}`)));
  expect(dials.filter(isFirst)).toHaveLength(3);
  expect(await readBalance(live)).toBe(1n);
});

test("whoever lost the last of a balance to another call is told so with the numbers of then", async () => {
  const live = await start(price);
  await Promise.all(Array.from({ length: 8 }, (_, index) => call(live, `CA${index}`)));
  const facts = live.journal.records.flatMap(({ events }) => events.map(({ fact }) => fact));
  const reasons = facts.flatMap((fact) => (fact.kind === "decided" ? [fact.reasons] : []));
  expect(reasons.filter((each) => each === "CE")).toHaveLength(1);
  expect(reasons.filter((each) => each === "OC")).toHaveLength(7);
});

test("what was held for a dial that nobody took is there for the next call", async () => {
  const live = await start(price);
  const { step } = await call(live, "CA1");
  expect(await readBalance(live)).toBe(0n);
  await endDial(live, step, "CA1", "busy");
  expect(await readBalance(live)).toBe(price);
  expect(isFirst(await call(live, "CA2"))).toBe(true);
});

test("what was held for a dial that nobody took is there for the same call's next dial", async () => {
  const rows = [createRow(1, { prepaid: strict }), createRow(2, { prepaid: strict, buyerId })];
  const live = await start(price, strict, { entries: [createEntry(1, "+12025550100", { rows })] });
  const dialled = await call(live, "CA1");
  const next = readDial((await endDial(live, dialled.step, "CA1", "busy")).body);
  expect([dialled.number, next.number].toSorted()).toEqual(
    rows.map(({ destination }) => destination.address).toSorted(),
  );
  expect(await readBalance(live)).toBe(0n);
});

test("a credit lets a balance go below zero, and no further", async () => {
  const live = await start(0n, { creditLimitMicros: String(2n * price), mode: "strict" });
  const dials = await Promise.all(Array.from({ length: 5 }, (_, index) => call(live, `CA${index}`)));
  expect(dials.filter(isFirst)).toHaveLength(2);
  expect(await readBalance(live)).toBe(-2n * price);
});

test("at conversion nothing is held, and the balance overshoots by the calls in progress", async () => {
  const live = await start(1n, { creditLimitMicros: "0", mode: "at-conversion" });
  const dials = [await call(live, "CA1"), await call(live, "CA2")];
  expect(dials.map(isFirst)).toEqual([true, true]);
  expect(await readBalance(live)).toBe(1n);
  for (const [index, { step }] of dials.entries())
    await endDial(live, step, `CA${index + 1}`, "completed", 70);
  expect(await readBalance(live)).toBe(1n - 2n * price);
  expect(isFirst(await call(live, "CA3"))).toBe(false);
});

test("a balance that the ledger was not asked for takes no call", async () => {
  expect(isFirst(await call(await start(null), "CA1"))).toBe(false);
});

test("when the journal refuses the decision nothing is taken", async () => {
  const live = await start(price);
  live.journal.setRefusing(true);
  await live.post(voice, toArrival("CA1"));
  expect(await readBalance(live)).toBe(price);
});

test("in any race a strict balance never falls below zero, is used up when calls enough come, and survives restarts", async () => {
  const anyRound = fc.array(fc.constantFrom("completed", "short", "busy"), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 6 }),
      fc.array(anyRound, { maxLength: 3 }),
      async (calls, rounds) => {
        let live = await start(BigInt(calls) * price);
        let left = calls;
        for (const [round, words] of rounds.entries()) {
          const dials = await Promise.all(
            words.map(async (word, index) => {
              const ref = `CA${round}-${index}`;
              return { word, ref, dial: await call(live, ref) };
            }),
          );
          const taken = dials.filter(({ dial }) => isFirst(dial));
          expect(taken).toHaveLength(Math.min(words.length, left));
          const checkpoint = JSON.parse(JSON.stringify(live.live.checkpoint()));
          await Promise.all(
            taken.map(({ word, ref, dial }) =>
              word === "busy"
                ? endDial(live, dial.step, ref, "busy")
                : endDial(live, dial.step, ref, "completed", word === "short" ? 59 : 60),
            ),
          );
          left -= taken.filter(({ word }) => word === "completed").length;
          expect(await readBalance(live)).toBe(BigInt(left) * price);
          await live.stop();
          const { journal, clock } = live;
          live = await start(null, strict, { journal, clock, checkpoint });
          expect(await readBalance(live)).toBe(BigInt(left) * price);
        }
        await live.stop();
      },
    ),
    { numRuns: 20 },
  );
});
