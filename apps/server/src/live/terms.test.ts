import type { CampaignBook, PlanRow } from "@ccp/engine";
import { expect, test } from "vitest";
import { createEntry, createRow } from "./testing/sample-book.ts";
import { readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";
const number = "+12025550100";
const publisherId = "publisher";

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
