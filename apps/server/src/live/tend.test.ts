import { expect, test } from "vitest";
import type { CarrierClient, CarrierLegRecord } from "#carriers/carrier.ts";
import { createEntry, createRow } from "./testing/sample-book.ts";
import { createSilentCarrier, readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";
const entry = createEntry(1, "+12025550100");
const { accountId } = entry.book;
const targets = [createRow(1).targetId];
const minuteMs = 60_000;

type Started = Awaited<ReturnType<typeof startLive>>;

const toRecord = (ref: string, changes: Partial<CarrierLegRecord> = {}): CarrierLegRecord => ({
  ref,
  parentRef: null,
  to: "+12025550100",
  status: "completed",
  startedAt: null,
  endedAt: null,
  seconds: 0,
  ...changes,
});

/** A carrier that knows one call with its children, and counts how often it is asked. */
const createCarrier = (call: CarrierLegRecord | undefined, children: CarrierLegRecord[] = []) => {
  const asked = { count: 0 };
  const carrier: CarrierClient = {
    ...createSilentCarrier(),
    findCall: () => {
      asked.count += 1;
      return Promise.resolve(call);
    },
    listChildCalls: () => Promise.resolve(children),
    listRecordings: () => Promise.resolve([]),
  };
  return { asked, carrier };
};

const connect = async ({ post, clock }: Started): Promise<void> => {
  const dial = readDial((await post(voice, toArrival("CA1"))).body);
  const timestamp = new Date(clock.now()).toUTCString();
  const fields = { AccountSid: "AC1", CallSid: "CA2", ParentCallSid: "CA1", CallStatus: "in-progress" };
  await post(dial.status, { ...fields, Timestamp: timestamp });
};

const listKeys = ({ journal }: Started) =>
  journal.records.flatMap(({ events }) => events.map(({ key }) => key));

test("a conversation converts once, at the second that its terms name", async () => {
  const live = await startLive({ entries: [entry] });
  await connect(live);
  live.clock.advance(59_000);
  expect(listKeys(live)).not.toContain("converted:1");
  live.clock.advance(1_000);
  await expect.poll(() => listKeys(live)).toContain("converted:1");
  live.clock.advance(minuteMs);
  expect(listKeys(live).filter((key) => key === "converted:1")).toHaveLength(1);
});

test("a conversion that came due during a stop counts only after the carrier says that they still talk", async () => {
  const before = await startLive({ entries: [entry] });
  await connect(before);
  await before.stop();
  before.clock.advance(5 * minuteMs);
  const { journal, clock } = before;
  const silent = await startLive({ entries: [entry], journal, clock });
  clock.advance(0);
  await expect.poll(() => silent.live.counters()["asked.unreachable"]).toBe(1);
  expect(listKeys(silent)).not.toContain("converted:1");
  await silent.stop();

  const talking = toRecord("CA2", { parentRef: "CA1", status: "in-progress", seconds: null });
  const { carrier } = createCarrier(toRecord("CA1", { status: "in-progress" }), [talking]);
  const after = await startLive({ entries: [entry], journal, clock, carrier });
  clock.advance(0);
  await expect.poll(() => listKeys(after)).toContain("converted:1");
});

test("a call whose callbacks were all lost is settled from the carrier's records, and its slot is freed", async () => {
  const child = toRecord("CA2", {
    parentRef: "CA1",
    to: createRow(1).destination.address,
    seconds: 61,
    endedAt: 1,
  });
  const { carrier } = createCarrier(toRecord("CA1", { seconds: 70 }), [child]);
  const live = await startLive({ entries: [entry], carrier });
  await live.post(voice, toArrival("CA1"));
  expect(await live.capacity.readInUse(accountId, targets)).toEqual([1]);
  live.clock.advance(20_000 + minuteMs);
  await expect.poll(() => listKeys(live)).toContain("leg:CA1:completed:record");
  const leg = live.journal.records
    .flatMap(({ events }) => events)
    .find(({ key }) => key === "leg:CA2:completed:record");
  expect(leg?.fact).toMatchObject({ attempt: 1, seconds: 61, source: "record" });
  expect(await live.capacity.readInUse(accountId, targets)).toEqual([0]);
});

test("an unreachable carrier is asked again, each time after a longer while", async () => {
  const live = await startLive({ entries: [entry] });
  await live.post(voice, toArrival("CA1"));
  const asked = () => live.live.counters()["asked.unreachable"] ?? 0;
  live.clock.advance(20_000 + minuteMs);
  await expect.poll(asked).toBe(1);
  live.clock.advance(minuteMs - 1);
  expect(asked()).toBe(1);
  live.clock.advance(1);
  await expect.poll(asked).toBe(2);
  live.clock.advance(2 * minuteMs - 1);
  expect(asked()).toBe(2);
  live.clock.advance(1);
  await expect.poll(asked).toBe(3);
});

test("a call that its carrier has no record of is closed after the third time", async () => {
  const { carrier, asked } = createCarrier(undefined);
  const live = await startLive({ entries: [entry], carrier });
  await live.post(voice, toArrival("CA1"));
  for (const [index, minutes] of [2, 1, 2].entries()) {
    expect(listKeys(live)).toEqual(["arrived", "decided:0"]);
    live.clock.advance(minutes * minuteMs);
    await expect.poll(() => asked.count).toBe(index + 1);
    await expect.poll(() => live.live.counters()["asked.unknown-call"]).toBe(index + 1);
  }
  await expect.poll(() => listKeys(live)).toContain("leg:CA1:failed:record");
  expect(await live.capacity.readInUse(accountId, targets)).toEqual([0]);
});

test("a settled call leaves the memory after two minutes", async () => {
  const live = await startLive({ entries: [entry] });
  const dial = readDial((await live.post(voice, toArrival("CA1"))).body);
  const fields = { AccountSid: "AC1", CallSid: "CA1", CallStatus: "completed", CallDuration: "70" };
  const ended = { ...fields, DialCallSid: "CA2", DialCallStatus: "completed", DialCallDuration: "61" };
  await live.post(dial.step, { ...ended, DialBridged: "true" });
  await live.post("/carriers/twilio/status", fields);
  live.clock.advance(2 * minuteMs - 1);
  expect(live.live.size().calls).toBe(1);
  live.clock.advance(1);
  await expect.poll(() => live.live.size().calls).toBe(0);
});

test("when the journal refuses a conversion it is tried again", async () => {
  const live = await startLive({ entries: [entry] });
  await connect(live);
  live.journal.setRefusing(true);
  live.clock.advance(minuteMs);
  await expect.poll(() => live.live.counters()["journal-refused"]).toBe(1);
  live.journal.setRefusing(false);
  const wait = () => {
    live.clock.advance(1_000);
    return listKeys(live);
  };
  await expect.poll(wait).toContain("converted:1");
});
