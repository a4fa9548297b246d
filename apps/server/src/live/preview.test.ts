import { toDecision } from "@ccp/contract";
import {
  bookNumberKey,
  tryAgain,
  type ArrivedFact,
  type CampaignBook,
  type DecidedFact,
  type RowFilter,
} from "@ccp/engine";
import { expect, test } from "vitest";
import type { Asked } from "./preview.ts";
import { campaignId, createEntry, createRow } from "./testing/sample-book.ts";
import { startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";

const listId = "0b6a4f6e-53a1-4c63-8f0e-6e2b6b0f4d11";

const filter: RowFilter = {
  all: [{ any: [{ tag: "InboundNumber:Number", operator: "in-list", listId }] }],
  timeZone: "UTC",
  names: { [listId]: "Known callers" },
};

const caps = { list: [{ on: "dialled", period: "day", limit: 1 }], generation: 1, timeZone: "UTC" } as const;

/** Rows that differ in all that a decision reads: a list, a cap, calls at once, turns, and chance. */
const rows = [
  createRow(1, { priority: 1, filter }),
  createRow(2, { priority: 2, caps }),
  createRow(3, { priority: 3, concurrencyMax: 1 }),
  createRow(4, { priority: 4, weight: 2 }),
  createRow(5, { priority: 4 }),
  createRow(6, { priority: 4 }),
];

const toEntry = (changes: Partial<CampaignBook> = {}) => ({
  ...createEntry(1, "+12025550100", { rows, ...changes }),
  lists: [{ id: listId, digest: "1", values: ["+12025550177"] }],
  blocked: {
    digest: "1",
    entries: [
      {
        id: 5,
        campaignId: null,
        kind: "number" as const,
        value: "12025550166",
        reason: "spam",
        expiresAt: null,
      },
    ],
  },
});

type Entry = ReturnType<typeof toEntry>;

const accountOf = ({ book }: Entry) => book.accountId;

const toAsked = ({ book }: Entry, changes: Partial<Asked> = {}): Asked => {
  const [campaign] = Object.values(book.campaigns);
  if (campaign === undefined) throw new Error("The sample has a campaign.");
  const place = { city: null, state: null, zip: null, country: null };
  return {
    campaign,
    from: "+12025550142",
    numberId: 1,
    publisherId: null,
    place,
    stirVerstat: null,
    at: 0,
    seed: "test",
    ...changes,
  };
};

type Started = Awaited<ReturnType<typeof startLive>>;

const preview = async ({ live, clock }: Started, entry: Entry, changes: Partial<Asked> = {}) => {
  const found = await live.preview(accountOf(entry), () => toAsked(entry, { at: clock.now(), ...changes }));
  if (found === undefined) throw new Error("The account has a book.");
  return found;
};

const readLast = ({ journal }: Started) => {
  const events = journal.records.at(-1)?.events ?? [];
  const [arrived, decided] = events;
  return {
    at: decided?.at ?? 0,
    callId: decided?.callId ?? "",
    arrived: arrived?.fact as ArrivedFact,
    decided: decided?.fact as DecidedFact,
  };
};

const callers = ["+12025550142", "+12025550177", "anonymous", "+12025550166"];

test("law: what is asked about is decided as the same call is, by the live path and by any engine that has the facts", async () => {
  const entry = toEntry({ strategies: { "4": "round-robin" } });
  const started = await startLive({ entries: [entry] });
  for (const [index, from] of [...callers, ...callers, ...callers].entries()) {
    // A first look with another seed, as the console has it; the same once the call's own is known.
    const before = await preview(started, entry, { from });
    await started.post(voice, toArrival(`CA${index}`, { From: from }));
    const { arrived, decided, at, callId } = readLast(started);
    const shown = toDecision({ decided, at, arrived, campaign: before.campaign });
    const again = tryAgain(before, callId);
    const { arrived: mine } = before;
    const told = toDecision({ decided: again, at: before.at, arrived: mine, campaign: before.campaign });
    // Only the moment that no two offers share has moved on.
    expect(told).toEqual({ ...shown, at: told.at });
    expect(mine).toMatchObject({ to: arrived.to, numberId: arrived.numberId, from: arrived.from });
  }
});

test("however often it is asked, nothing is taken: no slot, no place under a cap, no turn, no record", async () => {
  const entry = toEntry({ strategies: { "4": "round-robin" } });
  const started = await startLive({ entries: [entry] });
  const first = await preview(started, entry);
  for (let time = 0; time < 5; time += 1) {
    const { decided } = await preview(started, entry);
    expect([decided.reasons, decided.choice]).toMatchObject([
      first.decided.reasons,
      { kind: "dial", row: 1, targetId: rows[1]?.targetId },
    ]);
  }
  expect(started.journal.records).toEqual([]);
  const ids = rows.map(({ targetId }) => targetId);
  expect(await started.capacity.readInUse(accountOf(entry), ids)).toEqual(ids.map(() => 0));
  expect(started.capacity.checkpoint()).toMatchObject({ slots: [], counters: [], marks: [] });
});

test("of a later day it knows that caps count from zero and hours are others", async () => {
  const thu = [{ from: "00:00", to: "24:00" }];
  const weekly = { mon: [], tue: [], wed: [], thu, fri: [], sat: [], sun: [] };
  const schedule = { hours: { weekly, exceptions: [] }, timeZone: "UTC" };
  const entry = toEntry({ rows: [createRow(2, { caps }), createRow(4, { schedule })] });
  const started = await startLive({ entries: [entry] });
  await started.post(voice, toArrival("CA1"));
  expect((await preview(started, entry)).decided.reasons).toBe("PC");
  const at = started.clock.now() + 86_400_000;
  expect((await preview(started, entry, { at })).decided.reasons).toBe("CH");
});

test("a question about a later moment makes nobody forget how fast calls come now", async () => {
  const entry = toEntry({ rows: [createRow(1, { rate: { calls: 1, per: "minute" } }), createRow(2)] });
  const started = await startLive({ entries: [entry] });
  await started.post(voice, toArrival("CA1"));
  const full = (await preview(started, entry)).decided.reasons;
  const at = started.clock.now() + 86_400_000;
  const later = (await preview(started, entry, { at })).decided.reasons;
  expect(later).not.toBe(full);
  expect((await preview(started, entry)).decided.reasons).toBe(full);
});

test("a call to a number that is nobody's in particular comes from the publisher that is named", async () => {
  const entry = toEntry();
  const started = await startLive({ entries: [entry] });
  const publisherId = "dddddddd-0000-4000-8000-000000000001";
  const { arrived, decided } = await preview(started, entry, { numberId: null, publisherId });
  expect(arrived).toMatchObject({ to: "", publisherId, campaignId: Object.keys(entry.book.campaigns)[0] });
  expect(decided.choice.kind).toBe("dial");
});

test("a publisher whose numbers are kept from calls while it is paused has no call that is taken", async () => {
  const entry = toEntry();
  const publisherId = "dddddddd-0000-4000-8000-000000000001";
  const paused = { id: 2, campaignId, publisherId, paused: "publisher" } as const;
  const numbers = { ...entry.book.numbers, [bookNumberKey(1, "+12025550101")]: paused };
  const started = await startLive({ entries: [{ ...entry, book: { ...entry.book, numbers } }] });
  const ask = (id: string) => preview(started, entry, { numberId: null, publisherId: id });
  expect((await ask(publisherId)).decided.choice).toMatchObject({ reason: "publisher-paused" });
  const other = "dddddddd-0000-4000-8000-000000000002";
  expect((await ask(other)).decided.choice.kind).toBe("dial");
});

test("an account without a book has no answer, and one account's question reads nothing of another", async () => {
  const entry = toEntry();
  const other = { ...createEntry(2, "+12025550200"), lists: [] };
  const started = await startLive({ entries: [entry, other] });
  expect(await started.live.preview("nobody", () => toAsked(entry))).toBeUndefined();
  await started.post(voice, toArrival("CA1"));
  const [campaign] = Object.values(entry.book.campaigns);
  const { decided } = (await started.live.preview(other.book.accountId, () =>
    toAsked(entry, { campaign: campaign as CampaignBook, numberId: null, at: started.clock.now() }),
  )) ?? { decided: undefined };
  // The first account's call holds the place under the cap in its own account only.
  expect(decided?.reasons[1]).toBe("C");
});
