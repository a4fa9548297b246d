import type { Call } from "#calls/call.ts";
import type { Leg } from "#calls/leg.ts";
import { defaultFarEnd, type FarEnd, type FarEndPlan } from "#far-ends.ts";
import { defaultSwitches, type Switches } from "#switches.ts";
import type { Account } from "./account.ts";
import type { IncomingNumber } from "./incoming-number.ts";
import type { Recording } from "./recording.ts";

/** Something a customer's document or endpoint got wrong. */
export type Fault = {
  readonly at: number;
  readonly callSid: string;
  readonly legSid: string;
  /** The carrier's error code, such as 12100 for a document that does not parse. */
  readonly code: number;
  readonly message: string;
};

/** Requests by what became of them. */
export type Counters = {
  sent: number;
  acknowledged: number;
  refused: number;
  failed: number;
  dropped: number;
  duplicated: number;
  callsPlaced: number;
  callsOpen: number;
};

/** Everything that the simulator knows, indexed as it is read. */
export type World = {
  readonly seed: string;
  readonly accounts: Map<string, Account>;
  /** By phone number: a number belongs to one account. */
  readonly numbers: Map<string, IncomingNumber>;
  /** By the id of the first leg. */
  readonly calls: Map<string, Call>;
  /** By leg id, children included. */
  readonly legs: Map<string, { readonly leg: Leg; readonly call: Call }>;
  readonly recordings: Map<string, Recording>;
  readonly farEnds: Map<string, FarEndPlan>;
  readonly dialled: Map<string, number>;
  readonly faults: Fault[];
  /** Ended calls whose transcript is kept, oldest first. */
  readonly transcripts: Call[];
  readonly counters: Counters;
  defaultFarEnd: FarEnd;
  switches: Switches;
};

export const createWorld = (seed: string): World => ({
  seed,
  accounts: new Map(),
  numbers: new Map(),
  calls: new Map(),
  legs: new Map(),
  recordings: new Map(),
  farEnds: new Map(),
  dialled: new Map(),
  faults: [],
  transcripts: [],
  counters: {
    sent: 0,
    acknowledged: 0,
    refused: 0,
    failed: 0,
    dropped: 0,
    duplicated: 0,
    callsPlaced: 0,
    callsOpen: 0,
  },
  defaultFarEnd,
  switches: defaultSwitches,
});
