import type { Clock } from "#clock.ts";
import type { Capacity, Reservation, ReservationResult, Slot } from "./capacity.ts";
import { createCounterTable, type CounterDocument } from "./counter-table.ts";
import { createExpiringSlots } from "./expiring-slots.ts";
import { createMarkTable, type MarkDocument } from "./mark-table.ts";
import { createRateTable, type BegunDocument } from "./rate-table.ts";
import type { SlotDocument } from "./slot-table.ts";

/** Of places and marks only those of facts: what is held for a decision under way is in nobody's journal yet. */
export type CapacityDocument = { slots: readonly SlotDocument[] } & (
  | { format: 1 }
  | { format: 2; counters: readonly CallsDocument[] }
  | { format: 3; counters: readonly CallsDocument[]; marks: readonly MarkDocument[] }
  | {
      format: 4;
      counters: readonly CounterDocument[];
      marks: readonly MarkDocument[];
      begun: readonly BegunDocument[];
    }
);

/** Up to format 3 counters had calls only, as numbers. */
type CallsDocument = Omit<CounterDocument, "count"> & { count: number };

/** Capacity of a single node: in memory, with its state as a plain document for the checkpoint. */
export type MemoryCapacity = Capacity & {
  checkpoint(): CapacityDocument;
  /** Replaces everything held by what the document says. */
  restore(document: CapacityDocument): void;
};

type Refusal = Extract<ReservationResult, { kind: "refused" }>;

/** What is taken with a slot. */
type Held = Pick<Reservation, "places" | "offer" | "rate">;

const nothing: Held = {};

/** Slots with what is held for them, under one clock. */
const createHoldings = (clock: Clock) => {
  const toNow = () => Math.floor(clock.now() / 1000);
  const slots = createExpiringSlots(toNow());
  const counters = createCounterTable(toNow());
  const marks = createMarkTable();
  const rates = createRateTable();
  const held = new Map<SlotDocument, Held>();

  const letGo = (slot: SlotDocument): void => {
    const { places, offer, rate } = held.get(slot) ?? nothing;
    if (places !== undefined) counters.hold(slot.accountId, places, -1n);
    if (offer !== undefined) marks.letGo(slot.accountId, offer.marks, offer.stamp);
    if (rate !== undefined) rates.letGo(slot.accountId, rate);
    held.delete(slot);
  };

  return {
    slots,
    counters,
    marks,
    rates,
    letGo,
    find: ({ accountId, targetId, holder }: Slot) => slots.findSlots(accountId, targetId)?.get(holder),
    take: (slot: SlotDocument, { places, offer, rate }: Held): void => {
      if (!slots.take(slot, toNow())) return;
      if (places === undefined && offer === undefined && rate === undefined) return;
      if (places !== undefined) counters.hold(slot.accountId, places, 1n);
      if (offer !== undefined) marks.hold(slot.accountId, offer.marks, offer.stamp);
      if (rate !== undefined) rates.hold(slot.accountId, rate);
      held.set(slot, { ...(places && { places }), ...(offer && { offer }), ...(rate && { rate }) });
    },
    expire: (): void => {
      for (const slot of slots.takeExpired(toNow())) letGo(slot);
      counters.expire(toNow());
    },
    clear: (): void => {
      slots.clear();
      held.clear();
      counters.clear();
      marks.clear();
      rates.clear();
    },
  };
};

/** Counts slots per target and calls per counter; each operation takes constant time however many there are. */
export const createMemoryCapacity = (clock: Clock): MemoryCapacity => {
  const { slots, counters, marks, rates, letGo, find, take, expire, clear } = createHoldings(clock);

  /** The first limit of calls at once that is reached: the target's own, or one that it shares. */
  const findBusy = ({ accountId, targetId, limit, shared = [] }: Reservation): Refusal | undefined => {
    const limits = [{ key: targetId, limit }, ...shared];
    const inUse = slots.countSlots(
      accountId,
      limits.map(({ key }) => key),
    );
    for (const [index, { key, limit: most }] of limits.entries()) {
      const calls = inUse[index] ?? 0;
      if (most !== null && calls >= most) return { kind: "refused", by: "concurrency", key, inUse: calls };
    }
    return undefined;
  };

  const findRefusal = (reservation: Reservation): Refusal | undefined => {
    const { accountId, places, rate, offer } = reservation;
    const busy = findBusy(reservation);
    if (busy !== undefined) return busy;
    const full = places && counters.findFull(accountId, places);
    if (full !== undefined) return { kind: "refused", by: "cap", ...full };
    const begun = rate === undefined ? 0 : rates.count(accountId, rate.key, rate.at);
    if (rate !== undefined && begun >= rate.limit) return { kind: "refused", by: "rate", begun };
    const mark = offer && marks.findChanged(accountId, offer.marks);
    return mark === undefined ? undefined : { kind: "refused", by: "mark", mark };
  };

  return {
    readInUse: (accountId, targetIds) => {
      expire();
      return Promise.resolve(slots.countSlots(accountId, targetIds));
    },
    readUsed: (accountId, asked) => {
      expire();
      return Promise.resolve(counters.countUsed(accountId, asked));
    },
    readBegun: (accountId, asked, at) => {
      expire();
      return Promise.resolve(asked.map((key) => rates.count(accountId, key, at)));
    },
    readMarks: (accountId, asked) => {
      expire();
      const at = marks.read(accountId, asked);
      return Promise.resolve({ stamp: marks.takeStamp(clock.now()), at });
    },
    reserve: (reservation) => {
      expire();
      const { accountId, targetId, holder, expiresAt, shared } = reservation;
      if (find(reservation) !== undefined) return Promise.resolve({ kind: "granted", isNew: false });
      const refusal = findRefusal(reservation);
      if (refusal !== undefined) return Promise.resolve(refusal);
      const slot = { accountId, targetId, holder, expiresAt };
      take(shared === undefined ? slot : { ...slot, shared: shared.map(({ key }) => key) }, reservation);
      return Promise.resolve({ kind: "granted", isNew: true });
    },
    release: (asked) => {
      const slot = find(asked);
      if (slot !== undefined) {
        slots.remove(slot);
        letGo(slot);
      }
      return Promise.resolve();
    },
    note: (accountId, changes, asked) => {
      expire();
      for (const [counter, by] of changes.counts) counters.add(accountId, counter, by);
      for (const [mark, at] of changes.marks) marks.set(accountId, mark, at);
      for (const begun of changes.begun ?? []) rates.add(accountId, begun);
      for (const slot of asked.map(find)) if (slot !== undefined) letGo(slot);
      return Promise.resolve();
    },
    checkpoint: () => {
      expire();
      return {
        format: 4,
        slots: slots.list(),
        counters: counters.list(),
        marks: marks.list(clock.now()),
        begun: rates.list(clock.now()),
      };
    },
    restore: (document) => {
      expire();
      clear();
      for (const slot of document.slots) take(slot, nothing);
      if (document.format === 1) return;
      for (const { accountId, counter, count } of document.counters) {
        counters.add(accountId, counter, BigInt(count));
      }
      if (document.format === 2) return;
      for (const { accountId, mark, at } of document.marks) marks.set(accountId, mark, at);
      if (document.format === 3) return;
      for (const { accountId, ...begun } of document.begun) rates.add(accountId, begun);
    },
  };
};
