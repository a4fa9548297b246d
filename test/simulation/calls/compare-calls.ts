import { type AccountBook, type Counter, foldCall, toCounts } from "@ccp/engine";
import { toCallId } from "@ccp/server/live/call-id.ts";
import type { DatabasePool } from "@ccp/server/db/client.ts";
import type { CallTruth, Simulator } from "@ccp/simulator";
import { createCapCounts, type CapCount } from "./cap-counts.ts";
import { type ExpectedCall, toExpectedCall } from "./expected-call.ts";
import type { InstalledAccount } from "./install-plan.ts";
import { laws, type Compared, type Law } from "./laws.ts";
import { ledgerHolds } from "./ledger-law.ts";
import { ringsForItsCallers, ringsInHours } from "./standing-laws.ts";
import { createOccupancy, type Occupancy } from "./occupancy.ts";
import { createOwnersOf, toOwnerKey } from "./owners.ts";
import type { Report } from "./expected-revenue.ts";
import { type BookedCall, readBooked, readBooks } from "./read-booked.ts";

const allLaws = {
  ...laws,
  "rings only where it is open": ringsInHours,
  "rings only where its caller is wanted": ringsForItsCallers,
  "nets in the ledger to the micro": ledgerHolds,
} as const satisfies Record<string, Law>;

export type LawName = keyof typeof allLaws;

/** Every law of a single call, as the end of a sentence that begins with "each call". */
export const lawNames = Object.keys(allLaws) as LawName[];

/** How many calls break a law, and a few of them in full. */
export type Broken = { count: number; samples: string[] };

export type Comparison = {
  broken: ReadonlyMap<string, Broken>;
  /** The most phones of each owner of limits in use at once, by its key, from the truth. */
  peaks: ReadonlyMap<string, number>;
  /** How many calls earned something by terms of each kind. */
  earned: ReadonlyMap<string, number>;
  /** What each buyer owes for all calls, in micros, by the model. */
  owed: ReadonlyMap<string, bigint>;
  /** What all calls count for under caps, by what is booked of them. */
  counts: ReadonlyMap<Counter, bigint>;
  /** How much of each cap was used, from the truth. */
  caps: readonly CapCount[];
};

type Given = {
  simulator: Simulator;
  pool: DatabasePool;
  accounts: readonly InstalledAccount[];
  /** The last report that was taken of a call. */
  findReport?: (callSid: string) => Report | undefined;
};

const pageSize = 500;
const samplesMax = 3;

const tellAll = (complaints: readonly string[], truth: CallTruth, booked?: BookedCall): string =>
  [
    `call ${truth.callSid}: ${complaints.join("; ")}`,
    `  truth ${JSON.stringify(truth)}`,
    ...(booked?.events ?? [])
      .toSorted((a, b) => a.at - b.at)
      .map((event) => `  event ${JSON.stringify(event)}`),
    ...(booked?.transfers ?? []).map((transfer) => `  transfer ${JSON.stringify(transfer)}`),
  ].join("\n");

/** A call, and what its buyer said of it last. */
type Happened = { truth: CallTruth; report: Report | undefined };

const toCompared = (
  { truth, report }: Happened,
  account: InstalledAccount,
  booked: BookedCall,
  books: ReadonlyMap<number, AccountBook>,
): Compared => {
  const state = foldCall(booked.events);
  const toRevision = (attempt: number): number =>
    state.decisions.findLast(({ step }) => step < attempt)?.bookRevision ?? 0;
  const expected = toExpectedCall(truth, (attempt) => account.history.at(toRevision(attempt)), report);
  return { truth, account, expected, booked, state, books };
};

const createLawBook = () => {
  const broken = new Map<string, Broken>();
  const earned = new Map<string, number>();
  const owed = new Map<string, bigint>();
  const capCounts = createCapCounts();
  return {
    broken,
    earned,
    owed,
    capCounts,
    noteEarned: ({ connected, revenueMicros }: ExpectedCall): void => {
      if (connected === null || revenueMicros === 0n) return;
      const { revenue, buyer } = connected.target;
      const { kind } = revenue;
      earned.set(kind, (earned.get(kind) ?? 0) + 1);
      owed.set(buyer, (owed.get(buyer) ?? 0n) + revenueMicros);
    },
    note: (law: string, complaints: readonly string[], tell: () => string): void => {
      if (complaints.length === 0) return;
      const entry = broken.get(law) ?? { count: 0, samples: [] };
      broken.set(law, entry);
      entry.count += 1;
      if (entry.samples.length < samplesMax) entry.samples.push(tell());
    },
  };
};

type LawBook = ReturnType<typeof createLawBook>;

const compareOne = (
  { note, noteEarned, capCounts }: LawBook,
  { truth, report }: Happened,
  account: InstalledAccount,
  booked: BookedCall | undefined,
  books: ReadonlyMap<number, AccountBook>,
): void => {
  if (booked === undefined) {
    note("is booked", ["it is not booked"], () => tellAll(["it is not booked"], truth));
    return;
  }
  const compared = toCompared({ truth, report }, account, booked, books);
  noteEarned(compared.expected);
  capCounts.add(account, truth, compared.expected);
  for (const law of lawNames) {
    const complaints = allLaws[law](compared);
    note(law, complaints, () => tellAll(complaints, truth, booked));
  }
};

const noteCounts = (counts: Map<Counter, bigint>, { events }: BookedCall): void => {
  for (const [counter, count] of toCounts(foldCall(events))) {
    counts.set(counter, (counts.get(counter) ?? 0n) + count);
  }
};

/** Every phone that rang, by whose limits it stands under. */
const noteOccupancy = (
  occupancy: Occupancy,
  { history }: InstalledAccount,
  { children }: CallTruth,
  ownersOf: ReturnType<typeof createOwnersOf>,
): void => {
  const plan = history.latest();
  for (const { to, startedAt, endedAt } of children) {
    const target = plan.targets.find(({ destination }) => destination.address === to);
    for (const owner of target === undefined ? [] : ownersOf(target)) {
      occupancy.add(toOwnerKey(plan, owner), startedAt, endedAt ?? Number.POSITIVE_INFINITY);
    }
  }
};

/** Compares every call with what happened, a page at a time, so that any number of them fits into memory. */
export const compareCalls = async (
  { simulator, pool, accounts, findReport = () => undefined }: Given,
  callSids: readonly string[],
): Promise<Comparison> => {
  const lawBook = createLawBook();
  const occupancy = createOccupancy();
  const counts = new Map<Counter, bigint>();
  for (const account of accounts) {
    const { accountId } = account.ctx;
    const books = await readBooks(pool, accountId);
    const ownersOf = createOwnersOf(account.history.latest());
    const carrierAccount = { carrier: "simulator", accountRef: account.accountRef } as const;
    for (let from = 0; from < callSids.length; from += pageSize) {
      const page = callSids
        .slice(from, from + pageSize)
        .map((callSid) => simulator.getTruth(callSid))
        .filter(({ accountSid }) => accountSid === account.accountRef);
      const callIds = page.map(({ callSid }) => toCallId(carrierAccount, callSid));
      const booked = await readBooked(pool, accountId, callIds);
      for (const [index, truth] of page.entries()) {
        noteOccupancy(occupancy, account, truth, ownersOf);
        const call = booked.get(callIds[index] ?? "");
        compareOne(lawBook, { truth, report: findReport(truth.callSid) }, account, call, books);
        if (call !== undefined) noteCounts(counts, call);
      }
    }
  }
  const { broken, earned, owed, capCounts } = lawBook;
  return { broken, peaks: occupancy.peaks(), earned, owed, counts, caps: capCounts.list() };
};
