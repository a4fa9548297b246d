import type { Clock } from "#clock.ts";
import { createBalanceTable, findShort, type BalanceDocument, type BalanceTable } from "./balance-table.ts";
import { encodeCalls } from "./caller-codec.ts";
import type { Capacity, Reservation, ReservationResult, Slot } from "./capacity.ts";
import { createCallerTable, type CallerDocument, type CallerTable } from "./caller-table.ts";
import { createCounterTable, type CounterDocument } from "./counter-table.ts";
import { createExpiringSlots } from "./expiring-slots.ts";
import { createMarkTable, type MarkDocument } from "./mark-table.ts";
import type { SlotDocument } from "./slot-table.ts";

/** Of places, marks and money only those of facts: what is held for a decision under way is in nobody's journal yet. */
export type CapacityDocument = { slots: readonly SlotDocument[] } & (
  | { format: 1 }
  | { format: 2; counters: readonly CounterDocument[] }
  | {
      format: 3;
      counters: readonly CounterDocument[];
      marks: readonly MarkDocument[];
      /** Absent in checkpoints of before there were any. */
      balances?: BalanceDocument;
    }
  | {
      format: 4;
      counters: readonly CounterDocument[];
      marks: readonly MarkDocument[];
      balances: BalanceDocument;
      callers: { key: string; items: readonly CallerDocument[] };
    }
);

/** Capacity of a single node: in memory, with its state as a plain document for the checkpoint. */
export type MemoryCapacity = Capacity & {
  checkpoint(): CapacityDocument;
  /** How many callers are remembered. */
  callers(): number;
  /** Replaces everything held by what the document says. */
  restore(document: CapacityDocument): void;
};

type Refusal = Extract<ReservationResult, { kind: "refused" }>;

/** What is taken with a slot. */
type Held = Pick<Reservation, "places" | "offer" | "balance" | "caller">;

const nothing: Held = {};

/** Slots with what is held for them, under one clock. */
const createHoldings = (clock: Clock) => {
  const toNow = () => Math.floor(clock.now() / 1000);
  const slots = createExpiringSlots(toNow());
  const counters = createCounterTable(toNow());
  const marks = createMarkTable();
  const balances = createBalanceTable();
  const callers = createCallerTable();
  const held = new Map<SlotDocument, Held>();

  const letGo = (slot: SlotDocument): void => {
    const { places, offer, balance, caller } = held.get(slot) ?? nothing;
    const { accountId, holder } = slot;
    if (caller !== undefined) callers.letGo({ accountId, number: caller.number }, holder);
    if (places !== undefined) counters.hold(slot.accountId, places, -1);
    if (offer !== undefined) marks.letGo(slot.accountId, offer.marks, offer.stamp);
    if (balance !== undefined) balances.hold(slot.accountId, balance.buyerId, -balance.micros);
    held.delete(slot);
  };

  return {
    slots,
    counters,
    marks,
    balances,
    callers,
    letGo,
    find: ({ accountId, targetId, holder }: Slot) => slots.findSlots(accountId, targetId)?.get(holder),
    take: (slot: SlotDocument, { places, offer, balance, caller }: Held): void => {
      const taken = {
        ...(places && { places }),
        ...(offer && { offer }),
        ...(balance && { balance }),
        ...(caller && { caller }),
      };
      if (!slots.take(slot, toNow()) || Object.keys(taken).length === 0) return;
      const { accountId, holder } = slot;
      if (places !== undefined) counters.hold(accountId, places, 1);
      if (offer !== undefined) marks.hold(accountId, offer.marks, offer.stamp);
      if (balance !== undefined) balances.hold(accountId, balance.buyerId, balance.micros);
      if (caller !== undefined) callers.hold({ accountId, number: caller.number }, holder, caller.call);
      held.set(slot, taken);
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
      balances.clear();
      callers.clear();
    },
  };
};

/** The part of the capacity that follows the ledger. */
const createLedgerHearing = (
  balances: BalanceTable,
  expire: () => void,
): Pick<Capacity, "readBalances" | "listLedgerMarks" | "listCharged" | "hearLedger" | "settleCharges"> => ({
  readBalances: (accountId, buyerIds) => {
    expire();
    return Promise.resolve(buyerIds.map((buyerId) => balances.read(accountId, buyerId)));
  },
  listLedgerMarks: (accountId) => Promise.resolve(balances.listMarks(accountId)),
  listCharged: (accountId) => Promise.resolve(balances.listCharged(accountId)),
  hearLedger: (accountId, word) => {
    if (word.kind === "started") balances.start(accountId, word.start);
    else balances.follow(accountId, word.entries, word.through);
    return Promise.resolve();
  },
  settleCharges: (accountId, callIds) => {
    for (const callId of callIds) balances.settle(accountId, callId);
    return Promise.resolve();
  },
});

/** The part of the capacity that knows who called before. */
const createMemoryOfCallers = (
  callers: CallerTable,
  expire: () => void,
  clock: Clock,
): Pick<Capacity, "readCaller" | "claimCaller" | "unclaimCaller"> => ({
  readCaller: ({ accountId, number, but }) => {
    expire();
    return Promise.resolve(callers.read({ accountId, number }, but, clock.now()));
  },
  claimCaller: ({ accountId, number, call }) => {
    expire();
    const others = callers.read({ accountId, number }, call.callId, clock.now());
    callers.hold({ accountId, number }, call.callId, call);
    return Promise.resolve(others);
  },
  unclaimCaller: ({ accountId, number, callId }) => {
    callers.letGo({ accountId, number }, callId);
    return Promise.resolve();
  },
});

/** Whether another call of the caller has come, or has gone on, since they were read. */
const hasCallerChanged = (callers: CallerTable, { accountId, caller }: Reservation, now: number): boolean => {
  if (caller === undefined || caller.asRead === null) return false;
  const { number, call, asRead } = caller;
  return encodeCalls(callers.read({ accountId, number }, call.callId, now)) !== encodeCalls(asRead);
};

type Holdings = ReturnType<typeof createHoldings>;

const createFindRefusal =
  ({ slots, counters, marks, balances, callers }: Holdings, clock: Clock) =>
  (reservation: Reservation): Refusal | undefined => {
    const { accountId, targetId, limit, places, offer, balance } = reservation;
    const inUse = slots.findSlots(accountId, targetId)?.size ?? 0;
    if (limit !== null && inUse >= limit) return { kind: "refused", by: "concurrency", inUse };
    const full = places && counters.findFull(accountId, places);
    if (full !== undefined) return { kind: "refused", by: "cap", ...full };
    const short = balance && findShort(balances, accountId, balance);
    if (short !== undefined) return { kind: "refused", by: "balance", ...short };
    const mark = offer && marks.findChanged(accountId, offer.marks);
    if (mark !== undefined) return { kind: "refused", by: "mark", mark };
    return hasCallerChanged(callers, reservation, clock.now())
      ? { kind: "refused", by: "caller" }
      : undefined;
  };

/** Counts slots per target, calls per counter and money per buyer; each operation takes constant time however many there are. */
export const createMemoryCapacity = (clock: Clock): MemoryCapacity => {
  const holdings = createHoldings(clock);
  const { slots, counters, marks, balances, callers, letGo, find, take, expire, clear } = holdings;
  const findRefusal = createFindRefusal(holdings, clock);

  return {
    readInUse: (accountId, targetIds) => {
      expire();
      return Promise.resolve(slots.countSlots(accountId, targetIds));
    },
    readUsed: (accountId, asked) => {
      expire();
      return Promise.resolve(counters.countUsed(accountId, asked));
    },
    readMarks: (accountId, asked) => {
      expire();
      const at = marks.read(accountId, asked);
      return Promise.resolve({ stamp: marks.takeStamp(clock.now()), at });
    },
    ...createLedgerHearing(balances, expire),
    ...createMemoryOfCallers(callers, expire, clock),
    reserve: (reservation) => {
      expire();
      const { accountId, targetId, holder, expiresAt } = reservation;
      if (find(reservation) !== undefined) return Promise.resolve({ kind: "granted", isNew: false });
      const refusal = findRefusal(reservation);
      if (refusal !== undefined) return Promise.resolve(refusal);
      take({ accountId, targetId, holder, expiresAt }, reservation);
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
      for (const charge of changes.charges ?? []) balances.charge(accountId, charge);
      if (changes.remembered !== undefined) {
        const { number, call } = changes.remembered;
        callers.set({ accountId, number }, call, clock.now());
        callers.letGo({ accountId, number }, call.callId);
      }
      for (const slot of asked.map(find)) if (slot !== undefined) letGo(slot);
      return Promise.resolve();
    },
    checkpoint: () => {
      expire();
      const kept = { slots: slots.list(), counters: counters.list(), marks: marks.list(clock.now()) };
      return { format: 4, ...kept, balances: balances.list(), callers: callers.list() };
    },
    callers: callers.size,
    restore: (document) => {
      expire();
      clear();
      for (const slot of document.slots) take(slot, nothing);
      if (document.format === 1) return;
      for (const { accountId, counter, count } of document.counters) counters.add(accountId, counter, count);
      if (document.format === 2) return;
      for (const { accountId, mark, at } of document.marks) marks.set(accountId, mark, at);
      if (document.balances !== undefined) balances.restore(document.balances);
      if (document.format === 4) callers.restore(document.callers.key, document.callers.items);
    },
  };
};
