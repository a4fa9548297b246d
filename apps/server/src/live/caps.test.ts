import { listCounters, type Caps } from "@ccp/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createEntry, createRow } from "./testing/sample-book.ts";
import { readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";

const toCaps = (list: Caps["list"]): Caps => ({ list, generation: 1, timeZone: "UTC" });

const connectedCaps = toCaps([
  { on: "dialled", period: "hour", limit: 5 },
  { on: "connected", period: "day", limit: 2 },
  { on: "converted", period: "month", limit: 2 },
]);

const start = (caps: Caps, more: Partial<Parameters<typeof startLive>[0]> = {}) => {
  const rows = [createRow(1, { caps }), createRow(2, { concurrencyMax: null })];
  return startLive({ entries: [createEntry(1, "+12025550100", { rows })], ...more });
};

type Started = Awaited<ReturnType<typeof start>>;

const { accountId } = createEntry(1, "+12025550100").book;
const [first, second] = [createRow(1), createRow(2)];

const readUsed = ({ capacity, clock }: Started, caps: Caps) =>
  capacity.readUsed(accountId, listCounters({ scope: "target", id: first.targetId }, caps, clock.now()));

const call = async ({ post }: Started, callRef: string) => {
  const { body, status } = await post(voice, toArrival(callRef));
  return { ...readDial(body), answered: status };
};

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

test("a call that arrives when the cap is full goes to the next target", async () => {
  const live = await start(connectedCaps);
  const numbers = [await call(live, "CA1"), await call(live, "CA2"), await call(live, "CA3")];
  expect(numbers.map(({ number }) => number)).toEqual([
    first.destination.address,
    first.destination.address,
    second.destination.address,
  ]);
  const decided = live.journal.records.at(-1)?.events.find(({ key }) => key === "decided:0")?.fact;
  expect(decided).toMatchObject({ reasons: "PC", capsUsed: [[2, 2, 2], []] });
  expect(await readUsed(live, connectedCaps)).toEqual([2n, 2n, 2n]);
});

test("a place is given back when nobody was connected, and the next call takes it", async () => {
  const live = await start(connectedCaps);
  const { step } = await call(live, "CA1");
  await call(live, "CA2");
  await endDial(live, step, "CA1", "busy");
  expect(await readUsed(live, connectedCaps)).toEqual([2n, 1n, 1n]);
  expect((await call(live, "CA3")).number).toBe(first.destination.address);
  expect((await call(live, "CA4")).number).toBe(second.destination.address);
});

test("a conversation too short to convert gives back its place under the cap on conversions only", async () => {
  const live = await start(connectedCaps);
  const [short, long] = [await call(live, "CA1"), await call(live, "CA2")];
  await endDial(live, short.step, "CA1", "completed", 59);
  await endDial(live, long.step, "CA2", "completed", 60);
  expect(await readUsed(live, connectedCaps)).toEqual([2n, 2n, 1n]);
});

test("a cap at conversion counts once a call has converted, whatever is in progress", async () => {
  const caps = toCaps([{ on: "converted", period: "all-time", limit: 1, mode: "at-conversion" }]);
  const live = await start(caps);
  const [one, two] = [await call(live, "CA1"), await call(live, "CA2")];
  expect([one.number, two.number]).toEqual([first.destination.address, first.destination.address]);
  expect(await readUsed(live, caps)).toEqual([0n]);
  await endDial(live, one.step, "CA1", "completed", 60);
  expect((await call(live, "CA3")).number).toBe(second.destination.address);
  await endDial(live, two.step, "CA2", "completed", 60);
  expect(await readUsed(live, caps)).toEqual([2n]);
});

test("at the turn of its period a cap counts from zero", async () => {
  // The held clock begins at midnight UTC on Thursday 1 January 2026.
  const caps = toCaps([{ on: "dialled", period: "hour", limit: 1 }]);
  const live = await start(caps);
  await call(live, "CA1");
  live.clock.advance(3_599_999);
  expect((await call(live, "CA2")).number).toBe(second.destination.address);
  live.clock.advance(1);
  expect((await call(live, "CA3")).number).toBe(first.destination.address);
});

test("of many calls at the same moment a cap gets exactly its number, however slow the disk is", async () => {
  const caps = toCaps([
    { on: "dialled", period: "day", limit: 7 },
    { on: "connected", period: "hour", limit: 9 },
  ]);
  const live = await start(caps);
  const open = live.journal.hold();
  const answering = Array.from({ length: 40 }, (_, index) => call(live, `CA${index}`));
  await expect.poll(() => readUsed(live, caps)).toEqual([7n, 7n]);
  open();
  const numbers = (await Promise.all(answering)).map(({ number }) => number);
  expect(numbers.filter((number) => number === first.destination.address)).toHaveLength(7);
  expect(await readUsed(live, caps)).toEqual([7n, 7n]);
  const reasons = live.journal.records.flatMap(({ events }) =>
    events.flatMap(({ fact }) => (fact.kind === "decided" ? [fact.reasons] : [])),
  );
  expect(new Set(reasons)).toEqual(new Set(["CE", "PC"]));
});

test("when the journal refuses a call its places are free again", async () => {
  const live = await start(connectedCaps);
  live.journal.setRefusing(true);
  expect((await call(live, "CA1")).answered).toBe(503);
  expect(await readUsed(live, connectedCaps)).toEqual([0n, 0n, 0n]);
  live.journal.setRefusing(false);
  expect((await call(live, "CA1")).number).toBe(first.destination.address);
  expect(await readUsed(live, connectedCaps)).toEqual([1n, 1n, 1n]);
});

test("any run of calls at once never exceeds an exact cap, and fills it when calls enough come", async () => {
  const word = fc.constantFrom("busy", "no-answer", "completed");
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      async (limit, waves) => {
        const caps = toCaps([
          { on: "dialled", period: "all-time", limit: limit + 2 },
          { on: "connected", period: "all-time", limit },
        ]);
        const live = await start(caps);
        let [dialled, connected] = [0, 0];
        for (const [wave, words] of waves.entries()) {
          const calls = await Promise.all(
            words.map(async (each, index) => ({
              each,
              ref: `CA${wave}-${index}`,
              dial: await call(live, `CA${wave}-${index}`),
            })),
          );
          const taken = calls.filter(({ dial }) => dial.number === first.destination.address);
          expect(taken).toHaveLength(Math.min(words.length, limit + 2 - dialled, limit - connected));
          await Promise.all(taken.map(({ each, ref, dial }) => endDial(live, dial.step, ref, each, 70)));
          dialled += taken.length;
          connected += taken.filter(({ each }) => each === "completed").length;
          expect(await readUsed(live, caps)).toEqual([BigInt(dialled), BigInt(connected)]);
        }
        await live.stop();
      },
    ),
    { numRuns: 25 },
  );
});
