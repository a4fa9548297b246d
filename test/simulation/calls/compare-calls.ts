import { type AccountBook, foldCall } from "@ccp/engine";
import { toCallId } from "@ccp/server/live/call-id.ts";
import type { CallTruth, Simulator } from "@ccp/simulator";
import type { Pool } from "pg";
import { toExpectedCall } from "./expected-call.ts";
import type { InstalledAccount } from "./install-plan.ts";
import { laws, type Compared, type Law } from "./laws.ts";
import { ledgerHolds } from "./ledger-law.ts";
import { createOccupancy, type Occupancy } from "./occupancy.ts";
import { type BookedCall, readBooked, readBooks } from "./read-booked.ts";

const allLaws = { ...laws, "nets in the ledger to the micro": ledgerHolds } as const satisfies Record<string, Law>;

export type LawName = keyof typeof allLaws;

/** Every law of a single call, as the end of a sentence that begins with "each call". */
export const lawNames = Object.keys(allLaws) as LawName[];

/** How many calls break a law, and a few of them in full. */
export type Broken = { count: number; samples: string[] };

export type Comparison = {
  broken: ReadonlyMap<string, Broken>;
  /** Phones in use by `account target`, from the truth. */
  occupancy: Occupancy;
};

type Given = { simulator: Simulator; database: Pool; accounts: readonly InstalledAccount[] };

const pageSize = 500;
const samplesMax = 3;

const tellAll = (callSid: string, complaints: readonly string[], truth: CallTruth, booked?: BookedCall): string =>
  [
    `call ${callSid}: ${complaints.join("; ")}`,
    `  truth ${JSON.stringify(truth)}`,
    ...(booked?.events ?? []).toSorted((a, b) => a.at - b.at).map((event) => `  event ${JSON.stringify(event)}`),
    ...(booked?.transfers ?? []).map((transfer) => `  transfer ${JSON.stringify(transfer)}`),
  ].join("\n");

const toCompared = (
  truth: CallTruth,
  account: InstalledAccount,
  booked: BookedCall,
  books: ReadonlyMap<string, AccountBook>,
): Compared => {
  const state = foldCall(booked.events);
  const toRevision = (attempt: number): number =>
    state.decisions.find(({ step }) => step === attempt - 1)?.bookRevision ?? 0;
  const expected = toExpectedCall(truth, (attempt) => account.history.at(toRevision(attempt)));
  return { truth, account, expected, booked, state, books };
};

const createLawBook = () => {
  const broken = new Map<string, Broken>();
  return {
    broken,
    note: (law: string, complaints: readonly string[], tell: () => string): void => {
      if (complaints.length === 0) return;
      const entry = broken.get(law) ?? { count: 0, samples: [] };
      broken.set(law, entry);
      entry.count += 1;
      if (entry.samples.length < samplesMax) entry.samples.push(tell());
    },
  };
};

/** Compares every call with what happened, a page at a time, so that any number of them fits into memory. */
export const compareCalls = async (
  { simulator, database, accounts }: Given,
  callSids: readonly string[],
): Promise<Comparison> => {
  const { broken, note } = createLawBook();
  const occupancy = createOccupancy();
  const books = await readBooks(database);
  const byRef = new Map(accounts.map((account) => [account.accountRef, account]));
  const accountIds = accounts.map(({ ctx }) => ctx.accountId);

  const compareOne = (truth: CallTruth, account: InstalledAccount, booked: BookedCall | undefined): void => {
    const { callSid } = truth;
    for (const leg of truth.children) {
      const name = account.history.latest().targets.find(({ destination }) => destination.address === leg.to)?.name;
      occupancy.add(`${account.history.latest().name} ${name}`, leg.startedAt, leg.endedAt ?? Number.POSITIVE_INFINITY);
    }
    if (booked === undefined) {
      note("is booked", ["it is not booked"], () => tellAll(callSid, ["not booked"], truth));
      return;
    }
    const compared = toCompared(truth, account, booked, books);
    for (const law of lawNames) {
      const complaints = allLaws[law](compared);
      note(law, complaints, () => tellAll(callSid, complaints, truth, booked));
    }
  };

  for (let from = 0; from < callSids.length; from += pageSize) {
    const page = callSids.slice(from, from + pageSize).map((callSid) => {
      const truth = simulator.getTruth(callSid);
      const account = byRef.get(truth.accountSid);
      if (account === undefined) throw new Error(`${truth.accountSid} is nobody's.`);
      const carrierAccount = { carrier: "simulator", accountRef: account.accountRef } as const;
      return { truth, account, callId: toCallId(carrierAccount, callSid) };
    });
    const booked = await readBooked(database, accountIds, page.map(({ callId }) => callId));
    for (const { truth, account, callId } of page) compareOne(truth, account, booked.get(callId));
  }
  return { broken, occupancy };
};
