import type { CallEvent, RowFilter } from "@ccp/engine";
import { expect, test } from "vitest";
import { createHeldClock } from "#live/drain/testing/held-clock.ts";
import { createEntry, createRow } from "./testing/sample-book.ts";
import { readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";

const toBusy = (callRef: string) => ({
  AccountSid: "AC1",
  CallSid: callRef,
  DialCallStatus: "busy",
  DialCallSid: `${callRef}-child`,
  DialBridged: "false",
});

test("a call's own ended attempt does not count against the targets of its next step", async () => {
  const rows = [createRow(1, { concurrencyMax: 2 }), createRow(2)];
  const { post, journal } = await startLive({ entries: [createEntry(1, "+12025550100", { rows })] });
  await post(voice, toArrival("CA-other"));
  const { body } = await post(voice, toArrival("CA1"));
  await post(readDial(body).step, toBusy("CA1"));
  const decisions = journal.records.flatMap(({ events }) =>
    events.flatMap(({ fact }) => (fact.kind === "decided" ? [fact.inUse] : [])),
  );
  expect(decisions).toEqual([
    [0, 0],
    [1, 0],
    [1, 0],
  ]);
});

test("a call to a number that was paused is told so from its arrival", async () => {
  const entry = createEntry(1, "+12025550100");
  const numbers = Object.fromEntries(
    Object.entries(entry.book.numbers).map(([key, number]) => [
      key,
      { ...number, paused: "number" as const },
    ]),
  );
  const { post, journal } = await startLive({ entries: [{ ...entry, book: { ...entry.book, numbers } }] });
  const { body } = await post(voice, toArrival("CA1"));
  expect(body).toContain("Sorry, nobody can take your call.");
  expect(journal.records[0]?.events.map(({ fact }) => fact)).toMatchObject([
    { kind: "arrived", paused: "number" },
    { kind: "decided", choice: { kind: "apologise", reason: "number-paused" } },
  ]);
});

test("hours are read at the moment of each decision", async () => {
  // The held clock begins at midnight UTC on Thursday 1 January 2026.
  const thu = [{ from: "00:00", to: "00:01" }];
  const weekly = { mon: [], tue: [], wed: [], thu, fri: [], sat: [], sun: [] };
  const schedule = { hours: { weekly, exceptions: [] }, timeZone: "UTC" };
  const rows = [createRow(1, { schedule })];
  const { post, journal, clock } = await startLive({ entries: [createEntry(1, "+12025550100", { rows })] });
  await post(voice, toArrival("CA1"));
  clock.advance(60_000);
  await post(voice, toArrival("CA2"));
  const reasons = journal.records.flatMap(({ events }) =>
    events.flatMap(({ fact }) => (fact.kind === "decided" ? [fact.reasons] : [])),
  );
  expect(reasons).toEqual(["C", "H"]);
});

const blocked = { id: 5, campaignId: null, kind: "number", value: "12025550142", reason: "spam" } as const;

const toList = (expiresAt: number | null) => ({ digest: "1", entries: [{ ...blocked, expiresAt }] });

test("a blocked caller hears the apology, holds no slot, and the decision keeps the entry", async () => {
  const entry = createEntry(1, "+12025550100");
  const { post, journal, capacity } = await startLive({
    entries: [{ ...entry, blocked: toList(null) }],
  });
  const { body } = await post(voice, toArrival("CA1"));
  expect(body).toContain("Sorry, nobody can take your call.");
  expect(await capacity.readInUse(entry.book.accountId, [createRow(1).targetId])).toEqual([0]);
  expect(journal.records[0]?.events[1]?.fact).toMatchObject({
    choice: { kind: "apologise", reason: "caller-blocked" },
    block: { entryId: 5, kind: "number", value: "12025550142", scope: "account", reason: "spam" },
  });
  const other = await post(voice, toArrival("CA2", { From: "+12025550143" }));
  expect(readDial(other.body).number).toBe(createRow(1).destination.address);
});

test("a call attested otherwise than its campaign accepts hears the apology, holds no slot, and the decision says why", async () => {
  const entry = createEntry(1, "+12025550100");
  const campaigns = Object.fromEntries(
    Object.entries(entry.book.campaigns).map(([id, campaign]) => [
      id,
      { ...campaign, attestations: ["A", "B"] as const },
    ]),
  );
  const { post, journal, capacity } = await startLive({
    entries: [{ ...entry, book: { ...entry.book, campaigns } }],
  });
  const { body } = await post(voice, toArrival("CA1", { StirVerstat: "TN-Validation-Passed-C-Diverted" }));
  expect(body).toContain("Sorry, nobody can take your call.");
  expect(await capacity.readInUse(entry.book.accountId, [createRow(1).targetId])).toEqual([0]);
  expect(journal.records[0]?.events[1]?.fact).toMatchObject({
    choice: { kind: "apologise", reason: "attestation-refused" },
    attestation: { found: "C", accepted: ["A", "B"] },
  });
  const other = await post(voice, toArrival("CA2", { StirVerstat: "TN-Validation-Passed-B" }));
  expect(readDial(other.body).number).toBe(createRow(1).destination.address);
});

test("an entry's expiry is read by the moment of the call", async () => {
  const clock = createHeldClock();
  const expiresAt = clock.now() + 60_000;
  const entry = { ...createEntry(1, "+12025550100"), blocked: toList(expiresAt) };
  const { post } = await startLive({ entries: [entry], clock });
  expect((await post(voice, toArrival("CA1"))).body).not.toContain("<Dial");
  clock.advance(60_000);
  expect((await post(voice, toArrival("CA2"))).body).toContain("<Dial");
});

test("another account's entry blocks nobody", async () => {
  const other = { ...createEntry(2, "+12025550200"), blocked: toList(null) };
  const { post } = await startLive({ entries: [createEntry(1, "+12025550100"), other] });
  expect((await post(voice, toArrival("CA1"))).body).toContain("<Dial");
});

const listId = "0b6a4f6e-53a1-4c63-8f0e-6e2b6b0f4d11";

const readDecisions = (journal: { records: readonly { events: readonly CallEvent[] }[] }) =>
  journal.records.flatMap(({ events }) =>
    events.flatMap(({ fact }) => (fact.kind === "decided" ? [fact] : [])),
  );

test("a target takes no call that its filter does not match, by the carrier's word and by its value list", async () => {
  const filter: RowFilter = {
    all: [
      { any: [{ tag: "InboundNumber:State", operator: "equals-any", values: ["CA", "NV"] }] },
      { any: [{ tag: "InboundNumber:Number", operator: "in-list", listId, isNot: true }] },
    ],
    timeZone: "UTC",
    names: { [listId]: "Do not sell" },
  };
  const rows = [createRow(1, { filter }), createRow(2)];
  const lists = [{ id: listId, digest: "1", values: ["(202) 555-0143"] }];
  const entry = { ...createEntry(1, "+12025550100", { rows }), lists };
  const { post, journal } = await startLive({ entries: [entry] });
  const calls = [{ FromState: "CA" }, { FromState: "TX" }, {}, { FromState: "NV", From: "+12025550143" }];
  for (const [index, fields] of calls.entries()) await post(voice, toArrival(`CA${index}`, fields));
  const decisions = readDecisions(journal);
  expect(decisions.map(({ reasons }) => reasons)).toEqual(["CE", "XC", "XC", "XC"]);
  const key = `InboundNumber:Number ${listId}`;
  expect(decisions.map(({ listed }) => listed?.[key])).toEqual([false, false, false, true]);
});

test("a decision of a campaign whose filters ask for no list keeps nothing of lists", async () => {
  const filter: RowFilter = {
    all: [{ any: [{ tag: "InboundNumber:State", operator: "exists" }] }],
    timeZone: "UTC",
    names: {},
  };
  const entry = createEntry(1, "+12025550100", { rows: [createRow(1, { filter })] });
  const { post, journal } = await startLive({ entries: [entry] });
  await post(voice, toArrival("CA1"));
  expect(readDecisions(journal)[0]).not.toHaveProperty("listed");
});
