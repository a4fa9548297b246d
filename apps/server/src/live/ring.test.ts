import {
  explainDecision,
  foldCall,
  listCounters,
  settle,
  type CampaignBook,
  type CapScope,
  type PlanRow,
} from "@ccp/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";

import { campaignId, createEntry, createRow } from "./testing/sample-book.ts";
import { startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";

const daily = {
  list: [
    { on: "dialled", period: "day", limit: 9 } as const,
    { on: "connected", period: "day", limit: 9 } as const,
  ],
  generation: 1,
  timeZone: "UTC",
};

const aRow = (index: number, changes: Partial<PlanRow> = {}) => createRow(index, { priority: 1, ...changes });

const rows = [1, 2, 3].map((index) => aRow(index, { concurrencyMax: 1, caps: daily }));

const start = async (changes: Partial<CampaignBook> = {}) => {
  const entry = createEntry(1, "+12025550100", { rows, strategies: { "1": "simultaneous" }, ...changes });

  return { ...(await startLive({ entries: [entry] })), entry };
};

type Started = Awaited<ReturnType<typeof start>>;

const fold = ({ journal }: Started) => foldCall(journal.records.flatMap(({ events }) => events));

const readRing = (markup: string) => ({
  step: /action="([^"]+)"/.exec(markup)?.[1]?.replaceAll("&amp;", "&") ?? "",
  legs: [...markup.matchAll(/<Number statusCallback="([^"]+)"[^>]*>([^<]+)</g)].map(
    ([, status = "", number = ""]) => ({
      status: status.replaceAll("&amp;", "&"),
      number,
    }),
  ),
});

const readInUse = ({ capacity, entry }: Started) =>
  capacity.readInUse(
    entry.book.accountId,
    rows.map(({ targetId }) => targetId),
  );

const toLeg = (index: number, CallStatus: string, more: Record<string, string> = {}) => ({
  AccountSid: "AC1",
  CallSid: `CA1-child-${index}`,
  ParentCallSid: "CA1",
  CallStatus,
  ...more,
});

const answered = {
  AccountSid: "AC1",
  CallSid: "CA1",
  CallStatus: "in-progress",
  DialCallSid: "CA1-child-1",
  DialCallStatus: "completed",
  DialBridged: "true",
  DialCallDuration: "80",
};

test("all that are open ring in one Dial, each with a status address and a slot of its own", async () => {
  const live = await start();
  const { body } = await live.post(voice, toArrival("CA1"));
  const { legs } = readRing(body);
  expect(legs.map(({ number }) => number)).toEqual(rows.map(({ destination }) => destination.address));
  expect(new Set(legs.map(({ status }) => status)).size).toBe(3);
  expect(await readInUse(live)).toEqual([1, 1, 1]);
  expect((await live.post(voice, toArrival("CA1"))).body).toBe(body);
  expect(await readInUse(live)).toEqual([1, 1, 1]);
});

test("whatever the order of callbacks, the leg that answered pays alone and every slot is given back", async () => {
  const legs = [
    [1, "in-progress"],
    [1, "completed", { CallDuration: "80" }],
    [0, "canceled"],
    [2, "no-answer"],
  ] as const;
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
  await fc.assert(
    fc.asyncProperty(order, async (places) => {
      const live = await start();
      const ring = readRing((await live.post(voice, toArrival("CA1"))).body);
      for (const place of places) {
        const [leg, status, more] = legs[place] ?? [];
        if (leg === undefined) await live.post(ring.step, answered);
        else await live.post(ring.legs[leg]?.status ?? "", toLeg(leg, status, more));
      }
      expect(await readInUse(live)).toEqual([0, 0, 0]);
      const state = fold(live);
      expect(state.attempts.map(({ outcome }) => outcome)).toEqual(["canceled", "completed", "no-answer"]);
      expect(settle(state).map(({ debit }) => debit)).toEqual(["buyer:2:receivable"]);
      const { accountId } = live.entry.book;
      const counters = state.decisions.flatMap(({ choice }) =>
        choice.kind === "dial" ? [...(choice.beside ?? []), choice].flatMap(({ claims = [] }) => claims) : [],
      );
      expect(counters).toHaveLength(6);
      const used = await live.capacity.readUsed(
        accountId,
        counters.map(({ counter }) => counter),
      );
      const connected = used.filter((_, index) => counters[index]?.on === "connected");
      expect(used.filter((_, index) => counters[index]?.on === "dialled")).toEqual([1n, 1n, 1n]);
      expect(connected).toEqual([0n, 1n, 0n]);
    }),
    { numRuns: 20 },
  );
});

test("while one talks the slots of those who stopped ringing are free, and its own is not", async () => {
  const live = await start();
  const ring = readRing((await live.post(voice, toArrival("CA1"))).body);
  await live.post(ring.legs[1]?.status ?? "", toLeg(1, "in-progress"));
  expect(await readInUse(live)).toEqual([0, 1, 0]);
});

test("whoever has no place left does not ring, and the others do", async () => {
  const live = await start();
  const { accountId } = live.entry.book;
  const [busy] = rows;
  if (busy === undefined) throw new Error("There is no row.");
  const original = live.capacity.readInUse;
  // Another call takes the place after the numbers were read.
  live.capacity.readInUse = async (id, targetIds) => {
    const read = await original(id, targetIds);
    live.capacity.readInUse = original;
    await live.capacity.reserve({
      accountId,
      targetId: busy.targetId,
      limit: 1,
      holder: "other:1",
      expiresAt: Number.MAX_SAFE_INTEGER,
    });
    return read;
  };
  const { legs } = readRing((await live.post(voice, toArrival("CA1"))).body);
  expect(legs).toHaveLength(2);
  expect(await readInUse(live)).toEqual([1, 1, 1]);
  expect(fold(live).decisions[0]?.reasons).toBe("RCC");
});

const three = { list: [{ on: "dialled", period: "day", limit: 3 } as const], generation: 1, timeZone: "UTC" };

const [desk, other] = [1, 2].map((index) =>
  aRow(index, { concurrencyMax: null, buyerId: 7, buyerName: "Acme" }),
);

const aGroup = {
  id: "desks",
  name: "Desks",
  priority: 1,
  weight: 1,
  enabled: true,
  strategy: "pool",
} as const;

type Shared = { owner: "group" | "buyer" | "campaign"; by: readonly ("limit" | "cap")[]; why: string };

/** Two targets of one buyer, in a group that rings at once, with three places for both where that is asked for. */
const share = ({ owner, by }: Shared): Partial<CampaignBook> => {
  const [limit, cap] = [by.includes("limit"), by.includes("cap")];
  const ofBuyer = { ...(limit && { buyerConcurrencyMax: 3 }), ...(cap && { buyerCaps: three }) };
  const ofGroup = { ...(limit && { concurrencyMax: 3 }), ...(cap && { caps: three }) };
  const both = [desk, other].flatMap((row) => row ?? []);
  return {
    strategies: {},
    rows: both.map((row) => ({ ...row, group: 0, ...(owner === "buyer" && ofBuyer) })),
    groups: [{ ...aGroup, strategy: "simultaneous", ...(owner === "group" && ofGroup) }],
    ...(owner === "campaign" && cap && { caps: three }),
  };
};

const ownerKeys = { group: "target-group:desks", buyer: "buyer:7", campaign: `campaign:${campaignId}` };

test.each<Shared>([
  { owner: "group", by: ["limit"], why: "its group, Desks, had left of its limit (2 of 3 calls)" },
  {
    owner: "group",
    by: ["cap"],
    why: "its group, Desks, had left of its cap: 2 of 3 dialled calls this day (UTC)",
  },
  {
    owner: "group",
    by: ["limit", "cap"],
    why: "its group, Desks, had left of its cap: 2 of 3 dialled calls this day (UTC)",
  },
  { owner: "buyer", by: ["limit"], why: "its buyer, Acme, had left of its limit (2 of 3 calls)" },
  {
    owner: "buyer",
    by: ["cap"],
    why: "its buyer, Acme, had left of its cap: 2 of 3 dialled calls this day (UTC)",
  },
  {
    owner: "buyer",
    by: ["limit", "cap"],
    why: "its buyer, Acme, had left of its cap: 2 of 3 dialled calls this day (UTC)",
  },
  {
    owner: "campaign",
    by: ["cap"],
    why: "its campaign, Roofing, had left of its cap: 2 of 3 dialled calls this day (UTC)",
  },
])("of two who share the last place of a $owner's $by one rings, and the trace says why", async (told) => {
  const changes = share(told);
  const live = await start(changes);
  const { accountId, campaigns } = live.entry.book;
  const ring = async (callRef: string) =>
    readRing((await live.post(voice, toArrival(callRef))).body).legs.length;
  expect([await ring("CA1"), await ring("CA2"), await ring("CA3")]).toEqual([2, 1, 0]);

  const decisions = live.journal.records.flatMap(({ events }) =>
    events.flatMap(({ at, fact }) => (fact.kind === "decided" ? [{ at, decided: fact }] : [])),
  );
  const full = told.by.includes("cap") ? "PP" : "FF";
  expect(decisions.map(({ decided }) => decided.reasons)).toEqual(["CC", "CR", full]);
  const [, second] = decisions;
  if (second === undefined) throw new Error("There is no second decision.");
  const campaign = campaigns[campaignId] ?? null;
  const { candidates } = explainDecision({ ...second, arrived: null, campaign });
  expect(candidates[1]?.sentence).toBe(`was passed over because Target 1 took what ${told.why}`);

  const targetIds = [desk, other].map((row) => row?.targetId ?? "");
  expect(await live.capacity.readInUse(accountId, targetIds)).toEqual([2, 1]);
  const key = ownerKeys[told.owner];
  if (told.by.includes("limit")) expect(await live.capacity.readInUse(accountId, [key])).toEqual([3]);
  if (told.by.includes("cap")) {
    const [scope = "", id = ""] = key.split(":");
    const counters = listCounters({ scope: scope as CapScope, id }, three, live.clock.now());
    expect(await live.capacity.readUsed(accountId, counters)).toEqual([3n]);
  }
});

const failed = { ErrorCode: "11200" };

test("a ring whose answer was lost is answered with again, and one that was acted on is not", async () => {
  const live = await start();
  const { body } = await live.post(voice, toArrival("CA1"));
  expect((await live.post(voice, toArrival("CA1", failed))).body).toBe(body);
  const unanswered = {
    ...answered,
    DialCallStatus: "no-answer",
    DialBridged: "false",
    DialCallDuration: "0",
  };
  await live.post(readRing(body).step, unanswered);
  expect((await live.post(voice, toArrival("CA1", failed))).body).not.toContain("<Dial");
});

test("a decision that the journal refuses gives every slot back", async () => {
  const live = await start();
  live.journal.setRefusing(true);
  expect((await live.post(voice, toArrival("CA1"))).status).toBe(503);
  expect(await readInUse(live)).toEqual([0, 0, 0]);
});

test("a ring that nobody takes goes on to the next priority", async () => {
  const live = await start({ rows: [...rows, createRow(4, { priority: 2 })] });
  const ring = readRing((await live.post(voice, toArrival("CA1"))).body);
  const { body } = await live.post(ring.step, {
    ...answered,
    DialCallStatus: "no-answer",
    DialBridged: "false",
    DialCallDuration: "0",
  });
  expect(readRing(body).legs.map(({ number }) => number)).toEqual([createRow(4).destination.address]);
  expect(fold(live).attempts.map(({ number, outcome }) => `${number} ${outcome}`)).toEqual([
    "1 no-answer",
    "2 no-answer",
    "3 no-answer",
    "4 dialling",
  ]);
});

test("a ring that somebody took rings nobody else, though nothing tells yet who it was", async () => {
  const live = await start({ rows: [...rows, createRow(4, { priority: 2 })] });
  const ring = readRing((await live.post(voice, toArrival("CA1"))).body);
  const { body } = await live.post(ring.step, answered);
  expect(body).toContain("<Response><Hangup/></Response>");
  expect(fold(live).attempts).toHaveLength(3);
  await live.post(ring.legs[1]?.status ?? "", toLeg(1, "completed", { CallDuration: "80" }));
  expect(settle(fold(live)).map(({ debit }) => debit)).toEqual(["buyer:2:receivable"]);
});

test("a leg that the carrier does not name never has the call, though it alone is known to have answered", async () => {
  const live = await start();
  const ring = readRing((await live.post(voice, toArrival("CA1"))).body);
  await live.post(ring.legs[0]?.status ?? "", toLeg(0, "in-progress"));
  await live.post(ring.step, answered);
  await live.post(ring.legs[0]?.status ?? "", toLeg(0, "completed", { CallDuration: "1" }));
  expect(settle(fold(live))).toEqual([]);
});
