import type { CallEvent } from "@ccp/engine";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "./disk/log.ts";
import type { CarrierAdapter, CarrierClient } from "#carriers/carrier.ts";
import { type Clock, systemClock } from "#clock.ts";
import type { CapacityDocument } from "./capacity/capacity-document.ts";
import type { MemoryCapacity } from "./capacity/memory.ts";
import { createContexts, type ContextsDocument } from "./contexts.ts";
import { createDispatch } from "./dispatch.ts";
import { createFlights } from "./flights.ts";
import { JournalRefusedError } from "./journal/journal-errors.ts";
import type { Journal } from "./journal/journal.ts";
import type { Answer, LiveParts } from "./live-parts.ts";
import { previewDecision, type Asked, type Previewed } from "./preview.ts";
import { createRecorder, type Booking } from "./record.ts";
import { createRouteStateSealer, type RouteStateKey } from "./route-state.ts";
import { settleAllSlots } from "./slots.ts";
import type { CarrierAccountEntry, Snapshot, SnapshotEntry } from "./snapshot/snapshot.ts";
import { createTally } from "./tally.ts";
import { createTending } from "./tend.ts";

/** The live state at one place in the journal: with the records after it, all that a restart needs. */
export type LiveCheckpoint = {
  format: 1;
  /** Every record up to this one is contained. */
  sequence: number;
  contexts: ContextsDocument;
  capacity: CapacityDocument;
};

export type LiveOptions = {
  clock: Clock;
  log: Log;
  snapshot: Snapshot;
  journal: Journal;
  capacity: MemoryCapacity;
  /** The drain, or whoever else takes durable records on. */
  booking: Booking;
  adapters: readonly CarrierAdapter[];
  /** Whose webhooks are taken, in the order in which an account ref is looked up. */
  carriers: readonly CarrierAccountEntry["carrier"][];
  openCarrier: (carrierAccount: CarrierAccountEntry) => CarrierClient;
  publicUrl: string;
  routeStateKeys: readonly RouteStateKey[];
  /** Whether this process holds the live state; asked at each request. */
  isHolder: () => boolean;
  inFlightMax?: number;
};

/** The path of a call. */
export type Live = {
  /** Serves a carrier's webhook; false when the path is none of the live ones, and then nothing was touched. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Brings back the state from a checkpoint, if there is one, and the journal after it; then webhooks are taken. */
  restore(checkpoint: LiveCheckpoint | null): Promise<void>;
  /**
   * Takes events of one call that no carrier tells; resolves when they are durable and may be acknowledged, rejects when
   * they are not taken.
   */
  record(events: readonly CallEvent[]): Promise<void>;
  /**
   * Asks about a call that nobody makes; `ask` says which, from what calls are routed by at present. Nothing is taken.
   * Undefined where the account's book is not there yet.
   */
  preview(accountId: string, ask: (entry: SnapshotEntry) => Asked): Promise<Previewed | undefined>;
  /** The state as it is now; whatever is acknowledged later stands in the journal after its sequence. */
  checkpoint(): LiveCheckpoint;
  /** How often each thing happened since the start: `answered`, `noted`, `forged.<reason>`, `refused.<reason>`, … */
  counters(): Readonly<Record<string, number>>;
  size(): { calls: number; callers: number; inFlight: number };
  /** Whether facts of the call may still come in here; what comes later is booked and changes nothing here. */
  knows(callId: string): boolean;
  /** Every record of the journal up to this one has been applied. */
  appliedThrough(): number;
  /** From now on webhooks are refused and nothing is due; resolves when those under way are answered. */
  close(): Promise<void>;
};

/** Composes the live path. It answers without a database; nothing of it is taken before `restore`. */
export const createLive = (options: LiveOptions): Live => {
  const { clock, log, snapshot, journal, capacity, booking } = options;
  const tally = createTally();
  let isOpen = false;

  const tending = createTending({ parts: () => parts, snapshot, openCarrier: options.openCarrier }, clock);
  const contexts = createContexts({ capacity, onChange: tending.schedule });
  // A disk keeps the machine's time, whatever clock the calls run by.
  const recorder = createRecorder({ journal, contexts, booking, tally, clock: systemClock, log });
  const parts: LiveParts = {
    clock,
    log,
    tally,
    capacity,
    contexts,
    recorder,
    flights: createFlights<Answer>(),
    routeState: createRouteStateSealer(options.routeStateKeys, clock),
    publicUrl: options.publicUrl.replace(/\/+$/, ""),
  };
  const dispatch = createDispatch({
    parts,
    snapshot,
    adapters: options.adapters,
    carriers: options.carriers,
    isReady: () => isOpen && options.isHolder(),
    inFlightMax: options.inFlightMax ?? 2_000,
  });

  return {
    handle: dispatch.handle,
    restore: async (checkpoint) => {
      if (checkpoint !== null) {
        capacity.restore(checkpoint.capacity);
        contexts.restore(checkpoint.contexts);
      }
      const from = checkpoint?.sequence ?? 0;
      recorder.startAfter(from);
      for await (const record of journal.readAfter(from)) await recorder.replay(record);
      await settleAllSlots(capacity, contexts.find, contexts.all());
      isOpen = true;
      tending.start();
    },
    record: (events) =>
      isOpen && options.isHolder()
        ? recorder.record(events)
        : Promise.reject(new JournalRefusedError(new Error("This process does not take events."))),
    preview: async (accountId, ask) => {
      const entry = snapshot.find(accountId);
      return entry && previewDecision(parts, entry, ask(entry));
    },
    checkpoint: () => ({
      format: 1,
      sequence: recorder.appliedThrough(),
      contexts: contexts.checkpoint(),
      capacity: capacity.checkpoint(),
    }),
    counters: tally.read,
    knows: (callId) => contexts.find(callId) !== undefined,
    appliedThrough: recorder.appliedThrough,
    size: () => ({ calls: contexts.size(), callers: capacity.callers(), inFlight: dispatch.inFlight() }),
    close: async () => {
      isOpen = false;
      tending.close();
      await dispatch.idle();
    },
  };
};
