import {
  listCounters,
  toEventKey,
  type CallEvent,
  type CampaignBook,
  type Caps,
  type PlanRow,
} from "@ccp/engine";
import { expect, test } from "vitest";
import { createEntry, createRow } from "./testing/sample-book.ts";
import { readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";
const number = "+12025550100";
const publisherId = "publisher";

const toCaps = (list: Caps["list"]): Caps => ({ list, generation: 1, timeZone: "UTC" });

const start = (terms: Partial<PlanRow>, changes: Partial<CampaignBook> = {}) => {
  const { book, carrierAccounts } = createEntry(1, number, {
    rows: [createRow(1, terms), createRow(2, { concurrencyMax: null })],
    ...changes,
  });
  const numbers = Object.fromEntries(
    Object.entries(book.numbers).map(([key, each]) => [key, { ...each, publisherId }]),
  );
  return startLive({ entries: [{ book: { ...book, numbers }, carrierAccounts }] });
};

type Started = Awaited<ReturnType<typeof start>>;

const listFacts = ({ journal }: Started) =>
  journal.records.flatMap(({ events }) => events.map(({ fact }) => fact));

const countConverted = (live: Started): number =>
  listFacts(live).filter(({ kind }) => kind === "converted").length;

const endDial = ({ post }: Started, step: string, status: string) =>
  post(step, {
    AccountSid: "AC1",
    CallSid: "CA1",
    CallStatus: "in-progress",
    DialCallSid: "CA1-child",
    DialCallStatus: status,
    DialBridged: "false",
    DialCallDuration: "0",
  });

const connect = ({ post, clock }: Started, status: string) =>
  post(status, {
    AccountSid: "AC1",
    CallSid: "CA2",
    ParentCallSid: "CA1",
    CallStatus: "in-progress",
    Timestamp: new Date(clock.now()).toUTCString(),
  });

test("a dial that is paid for converts at once and once, and nobody else is dialled after it", async () => {
  const live = await start({ conversion: { kind: "dialled" } });
  const dial = readDial((await live.post(voice, toArrival("CA1"))).body);
  live.clock.advance(0);
  await expect.poll(() => countConverted(live)).toBe(1);
  const { body } = await endDial(live, dial.step, "no-answer");
  expect(body).toContain("<Say");
  expect(listFacts(live).at(-1)).toMatchObject({ choice: { kind: "apologise", reason: "converted" } });
  live.clock.advance(60_000);
  expect(countConverted(live)).toBe(1);
});

test("a dial that could not be placed sends the call on", async () => {
  const live = await start({ conversion: { kind: "dialled" } });
  const dial = readDial((await live.post(voice, toArrival("CA1"))).body);
  const { body } = await endDial(live, dial.step, "failed");
  expect(readDial(body).number).toBe(createRow(2).destination.address);
});

test("a conversation that is measured from the arrival converts at that moment", async () => {
  const live = await start({ conversion: { kind: "length", seconds: 30, from: "incoming" } });
  const dial = readDial((await live.post(voice, toArrival("CA1"))).body);
  live.clock.advance(12_000);
  await connect(live, dial.status);
  live.clock.advance(17_000);
  expect(countConverted(live)).toBe(0);
  live.clock.advance(1_000);
  await expect.poll(() => countConverted(live)).toBe(1);
});

test("a report is a fact of the call, kept once, and counts under the target's caps while the call is known", async () => {
  const caps = toCaps([{ on: "converted", period: "day", limit: 5, mode: "at-conversion" }]);
  const live = await start({ conversion: { kind: "webhook" }, caps });
  const dial = readDial((await live.post(voice, toArrival("CA1"))).body);
  await connect(live, dial.status);
  const { accountId = "", callId = "" } = live.journal.records[0]?.events[0] ?? {};
  const report = (micros: string): CallEvent => {
    const fact = { kind: "reported-conversion", reportKey: "sale-1", micros } as const;
    return { key: toEventKey(fact), accountId, callId, at: live.clock.now(), fact };
  };
  const readUsed = () =>
    live.capacity.readUsed(
      accountId,
      listCounters({ scope: "target", id: createRow(1).targetId }, caps, live.clock.now()),
    );
  expect(await readUsed()).toEqual([0n]);
  await live.live.record([report("1000000")]);
  await live.live.record([report("1000000")]);
  expect(listFacts(live).filter(({ kind }) => kind === "reported-conversion")).toHaveLength(1);
  expect(await readUsed()).toEqual([1n]);
  expect(countConverted(live)).toBe(0);
  await live.stop();
  await expect(live.live.record([report("2000000")])).rejects.toThrow("does not take events");
});

test("what is owed for the call that comes in is known with its arrival, whoever is dialled", async () => {
  const payout = { kind: "fixed", micros: "3000000", due: { kind: "incoming" } } as const;
  const live = await start({}, { payout });
  await live.post(voice, toArrival("CA1"));
  expect(listFacts(live)[0]).toMatchObject({ kind: "arrived", publisherId, payout });
});

test("a publisher's own terms are those of its dials, and the arrival has none where they ask for more", async () => {
  const payout = { kind: "fixed", micros: "3000000", due: { kind: "incoming" } } as const;
  const own = { kind: "fixed", micros: "9000000", due: { kind: "converted" } } as const;
  const live = await start({}, { payout, payouts: { [publisherId]: own } });
  await live.post(voice, toArrival("CA1"));
  const [arrived, decided] = listFacts(live);
  expect(arrived).not.toHaveProperty("payout");
  expect(decided).toMatchObject({ choice: { kind: "dial", terms: { payout: own } } });
});

const west = {
  all: [{ any: [{ tag: "InboundNumber:AreaCode" as const, operator: "equals" as const, value: "213" }] }],
  timeZone: "UTC",
  names: {},
};

test("the rule that pays is chosen with the arrival and travels with it; a later book changes nothing of the call", async () => {
  const payout = { kind: "fixed", micros: "3000000", due: { kind: "converted" } } as const;
  const payoutRules = [
    { name: "West", filter: west, payout: { ...payout, micros: "1" } },
    {
      name: "East",
      filter: {
        ...west,
        all: [
          {
            any: [{ tag: "InboundNumber:IsAnonymous" as const, operator: "equals" as const, value: "false" }],
          },
        ],
      },
      payout,
    },
  ];
  const live = await start({}, { payoutRules, payout: null });
  await live.post(voice, toArrival("CA1"));
  const [arrived, decided] = listFacts(live);
  expect(arrived).toMatchObject({
    payoutPick: { rule: "East", payout, missed: [{ name: "West", why: "filtered" }] },
  });
  expect(decided).toMatchObject({ choice: { kind: "dial", terms: { payout } } });
});

test("without rules an arrival says nothing of them", async () => {
  const live = await start({});
  await live.post(voice, toArrival("CA1"));
  expect(listFacts(live)[0]).not.toHaveProperty("payoutPick");
});
