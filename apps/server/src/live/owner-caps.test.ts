import { foldCall, listCounters, settle, type CampaignBook, type Caps, type CapScope } from "@ccp/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { campaignId, createEntry, createRow } from "./testing/sample-book.ts";
import { readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";

const toCaps = (list: Caps["list"]): Caps => ({ list, generation: 1, timeZone: "UTC" });

const start = (changes: Partial<CampaignBook>, publisherId: string | null = null) => {
  const { book, carrierAccounts } = createEntry(1, "+12025550100", changes);
  const numbers = Object.fromEntries(
    Object.entries(book.numbers).map(([key, each]) => [key, { ...each, publisherId }]),
  );
  return startLive({ entries: [{ book: { ...book, numbers }, carrierAccounts }] });
};

type Started = Awaited<ReturnType<typeof start>>;

const { accountId } = createEntry(1, "+12025550100").book;
const [first, second, third] = [createRow(1), createRow(2), createRow(3)];

const readUsed = ({ capacity, clock }: Started, scope: CapScope, id: string, caps: Caps) =>
  capacity.readUsed(accountId, listCounters({ scope, id }, caps, clock.now()));

const call = async ({ post }: Started, callRef: string) => {
  const { body, status } = await post(voice, toArrival(callRef));
  return { ...readDial(body), callRef, answered: status, isSpoken: body.includes("<Say") };
};

const callAtOnce = (live: Started, count: number, from = 0) =>
  Promise.all(Array.from({ length: count }, (_, index) => call(live, `CA${from + index}`)));

const endDial = (
  { post }: Started,
  { step, callRef }: { step: string; callRef: string },
  status: string,
  seconds = 0,
  callerStatus = "completed",
) =>
  post(step, {
    AccountSid: "AC1",
    CallSid: callRef,
    CallStatus: callerStatus,
    DialCallSid: `${callRef}-child`,
    DialCallStatus: status,
    DialBridged: String(status === "completed"),
    DialCallDuration: String(seconds),
  });

const listReasons = ({ journal }: Started): string[] =>
  journal.records.flatMap(({ events }) =>
    events.flatMap(({ fact }) => (fact.kind === "decided" ? [fact.reasons] : [])),
  );

/** What all calls come to by the ledger's rule, of what the journal holds. */
const sumBooked = ({ journal }: Started, kind: "revenue" | "payout"): bigint => {
  const events = journal.records.flatMap((record) => record.events);
  const callIds = new Set(events.map(({ callId }) => callId));
  return [...callIds]
    .flatMap((callId) => settle(foldCall(events.filter((event) => event.callId === callId))))
    .reduce((sum, transfer) => (transfer.kind === kind ? sum + transfer.amountMicros : sum), 0n);
};

const ofBuyer = { buyerId: 7, buyerName: "Acme" };

test("of many calls at once a buyer gets exactly its number, over all of its targets", async () => {
  const buyerCaps = toCaps([{ on: "connected", period: "day", limit: 7 }]);
  const rows = [first, second].map((row) => ({ ...row, ...ofBuyer, buyerCaps, concurrencyMax: null }));
  const live = await start({ rows: [...rows, { ...third, concurrencyMax: null }] });
  const numbers = (await callAtOnce(live, 40)).map(({ number }) => number);
  expect(numbers.filter((number) => number !== third.destination.address)).toHaveLength(7);
  expect(numbers.filter((number) => number === third.destination.address)).toHaveLength(33);
  expect(await readUsed(live, "buyer", "7", buyerCaps)).toEqual([7n]);
  // Whoever loses the last place finds the buyer full with its numbers, and no target has lost anything.
  expect(new Set(listReasons(live))).toEqual(new Set(["CEE", "PPC"]));
});

/** Has another call take what the next reservation asks for, under another target, right before it does. */
const overtake = ({ capacity }: Started, targetId: string): void => {
  const { reserve } = capacity;
  capacity.reserve = async (asked) => {
    capacity.reserve = reserve;
    await reserve({ ...asked, targetId, holder: "another:1" });
    return reserve(asked);
  };
};

test("what others took in between is told as full with its numbers, and only what a target lost as lost", async () => {
  const one = toCaps([{ on: "dialled", period: "day", limit: 1 }]);
  const rows = [first, second].map((row) => ({ ...row, ...ofBuyer, buyerCaps: one }));
  const shared = await start({ rows: [...rows, third] });
  overtake(shared, second.targetId);
  expect((await call(shared, "CA1")).number).toBe(third.destination.address);
  expect(listReasons(shared)).toEqual(["PPC"]);
  const own = await start({ rows: [{ ...first, caps: one }, second] });
  overtake(own, first.targetId);
  expect((await call(own, "CA1")).number).toBe(second.destination.address);
  expect(listReasons(own)).toEqual(["RC"]);
});

test("a group's members share its caps, and a target that stands outside of it goes on", async () => {
  const caps = toCaps([{ on: "dialled", period: "hour", limit: 3 }]);
  const groups: CampaignBook["groups"] = [
    { id: "nights", name: "Nights", priority: 1, weight: 1, enabled: true, strategy: "round-robin", caps },
  ];
  const rows = [first, second].map((row) => ({ ...row, priority: 1, group: 0 }));
  const live = await start({ rows: [...rows, third], groups });
  const numbers = (await callAtOnce(live, 10)).map(({ number }) => number);
  expect(numbers.filter((number) => number === third.destination.address)).toHaveLength(7);
  expect(await readUsed(live, "target-group", "nights", caps)).toEqual([3n]);
});

test("a campaign at its cap sends callers to its fallback, which is not counted", async () => {
  const caps = toCaps([{ on: "dialled", period: "day", limit: 4 }]);
  const live = await start({ rows: [first, second], caps, fallback: { ...third, concurrencyMax: null } });
  const numbers = (await callAtOnce(live, 12)).map(({ number }) => number);
  expect(numbers.filter((number) => number === third.destination.address)).toHaveLength(8);
  expect(new Set(listReasons(live))).toEqual(new Set(["CEE", "PPC"]));
  expect(await readUsed(live, "campaign", campaignId, caps)).toEqual([4n]);
});

test("the last place of a buyer goes with a call from a target that nobody answered at to the next", async () => {
  const buyerCaps = toCaps([{ on: "connected", period: "day", limit: 1 }]);
  const live = await start({ rows: [first, second].map((row) => ({ ...row, ...ofBuyer, buyerCaps })) });
  const dialled = await call(live, "CA1");
  const next = readDial((await endDial(live, dialled, "busy", 0, "in-progress")).body);
  expect([dialled.number, next.number].toSorted()).toEqual(
    [first.destination.address, second.destination.address].toSorted(),
  );
  expect(await readUsed(live, "buyer", "7", buyerCaps)).toEqual([1n]);
  expect((await call(live, "CA2")).isSpoken).toBe(true);
});

test("a place that one owner refuses is taken from no other", async () => {
  const buyerCaps = toCaps([{ on: "connected", period: "day", limit: 1 }]);
  const caps = toCaps([{ on: "dialled", period: "day", limit: 9 }]);
  const live = await start({ rows: [{ ...first, ...ofBuyer, caps, buyerCaps }] });
  await callAtOnce(live, 5);
  expect(await readUsed(live, "target", first.targetId, caps)).toEqual([1n]);
  expect(await readUsed(live, "buyer", "7", buyerCaps)).toEqual([1n]);
});

test("under a strict cap on revenue no more is ever earned, and what a call does not earn is given back", async () => {
  const buyerCaps = toCaps([{ on: "revenue", period: "day", micros: "50000000" }]);
  const perMinute = {
    revenueMicros: "0",
    revenueByLength: {
      kind: "per-minute",
      microsPerMinute: "300000",
      incrementSeconds: 1,
      minimumSeconds: 0,
    },
  } as const;
  const row = { ...first, ...ofBuyer, buyerCaps, ...perMinute, concurrencyMax: null };
  const live = await start({ rows: [row], timeLimitSeconds: 3600 });
  // An hour comes to 18.00 at the most.
  const taken = (await callAtOnce(live, 9)).filter(({ number }) => number !== "");
  expect(taken).toHaveLength(2);
  expect(await readUsed(live, "buyer", "7", buyerCaps)).toEqual([36_000_000n]);
  await Promise.all(taken.map((dial) => endDial(live, dial, "completed", 120)));
  expect(await readUsed(live, "buyer", "7", buyerCaps)).toEqual([1_200_000n]);
  expect(sumBooked(live, "revenue")).toBe(1_200_000n);
});

test("a cap on revenue at conversion counts what is booked, and may be exceeded by calls in progress", async () => {
  const caps = toCaps([{ on: "revenue", period: "day", micros: "12500000", mode: "at-conversion" }]);
  const live = await start({ rows: [{ ...first, caps }, second] });
  const dials = [await call(live, "CA1"), await call(live, "CA2")];
  expect(await readUsed(live, "target", first.targetId, caps)).toEqual([0n]);
  for (const dial of dials) await endDial(live, dial, "completed", 60);
  expect(await readUsed(live, "target", first.targetId, caps)).toEqual([25_000_000n]);
  expect((await call(live, "CA3")).number).toBe(second.destination.address);
});

test("a call of a publisher whose payout is at its cap is routed, and nothing is owed for it", async () => {
  const payoutCaps = toCaps([{ on: "payout", period: "month", micros: "8000000" }]);
  const live = await start({ rows: [first], publisherCaps: { radio: payoutCaps } }, "radio");
  await endDial(live, await call(live, "CA1"), "completed", 60);
  expect(await readUsed(live, "publisher", "radio", payoutCaps)).toEqual([8_000_000n]);
  const late = await call(live, "CA2");
  expect(late.number).toBe(first.destination.address);
  await endDial(live, late, "completed", 60);
  expect(sumBooked(live, "payout")).toBe(8_000_000n);
  expect(sumBooked(live, "revenue")).toBe(25_000_000n);
  expect(await readUsed(live, "publisher", "radio", payoutCaps)).toEqual([8_000_000n]);
});

test("calls at once are shared by a buyer's targets, and given back when one ends", async () => {
  const rows = [first, second].map((row) => ({ ...row, ...ofBuyer, buyerConcurrencyMax: 3 }));
  const live = await start({ rows });
  const dials = await callAtOnce(live, 8);
  const taken = dials.filter(({ number }) => number !== "");
  expect(taken).toHaveLength(3);
  expect(await live.capacity.readInUse(accountId, ["buyer:7"])).toEqual([3]);
  const [one] = taken;
  if (one !== undefined) await endDial(live, one, "completed", 5);
  expect((await callAtOnce(live, 2, 20)).filter(({ number }) => number !== "")).toHaveLength(1);
});

test("a target takes as many calls at once as its grid has for the hour", async () => {
  // The held clock begins at midnight UTC on Thursday 1 January 2026.
  const week = { mon: [], tue: [], wed: [], fri: [], sat: [], sun: [] };
  const thu = Array.from({ length: 24 }, (_, hour) => [2, 0, 1][hour] ?? null);
  const row = { ...first, concurrencyGrid: { weekly: { ...week, thu }, timeZone: "UTC" } };
  const live = await start({ rows: [row, { ...second, concurrencyMax: null }] });
  const countTaken = async (from: number) =>
    (await callAtOnce(live, 4, from)).filter(({ number }) => number === first.destination.address).length;
  expect(await countTaken(0)).toBe(2);
  live.clock.advance(3_600_000 + 400_000);
  expect(await countTaken(10)).toBe(0);
});

test("a target begins no more calls within a minute than its rate, whenever the minute starts", async () => {
  const row = { ...first, concurrencyMax: null, rate: { calls: 3, per: "minute" } as const };
  const live = await start({ rows: [row, { ...second, concurrencyMax: null }] });
  const countTaken = async (count: number, from: number) =>
    (await callAtOnce(live, count, from)).filter(({ number }) => number === first.destination.address).length;
  expect(await countTaken(1, 0)).toBe(1);
  live.clock.advance(40_000);
  expect(await countTaken(5, 10)).toBe(2);
  expect(listReasons(live).at(-1)).toMatch(/^[LR]C$/);
  live.clock.advance(19_999);
  expect(await countTaken(2, 20)).toBe(0);
  live.clock.advance(1);
  expect(await countTaken(5, 30)).toBe(1);
});

const toCap = (limit: number): Caps => toCaps([{ on: "dialled", period: "all-time", limit }]);

test("any run of calls at once keeps to the caps of all owners, and fills the least of them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
      ),
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
      async ([ofTarget, ofOwner, ofCampaign], waves) => {
        const rows = [first, second].map((row) => ({
          ...row,
          ...ofBuyer,
          caps: toCap(ofTarget),
          buyerCaps: toCap(ofOwner),
          concurrencyMax: null,
        }));
        const live = await start({ rows, caps: toCap(ofCampaign) });
        let [come, taken] = [0, 0];
        for (const wave of waves) {
          const dials = await callAtOnce(live, wave, come);
          come += wave;
          taken += dials.filter(({ number }) => number !== "").length;
          expect(taken).toBe(Math.min(come, 2 * ofTarget, ofOwner, ofCampaign));
        }
        expect(await readUsed(live, "buyer", "7", toCap(ofOwner))).toEqual([BigInt(taken)]);
        await live.stop();
      },
    ),
    { numRuns: 25 },
  );
});
