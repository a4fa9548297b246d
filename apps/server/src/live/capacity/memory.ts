import type { Clock } from "#clock.ts";
import { createBalanceTable, findShort, type BalanceDocument, type BalanceTable } from "./balance-table.ts";
import { encodeCalls } from "./caller-codec.ts";
import type { Capacity, Reservation, ReservationResult, Slot } from "./capacity.ts";
import { createCallerTable, type CallerDocument, type CallerTable } from "./caller-table.ts";
import { createCounterTable, type CounterDocument } from "./counter-table.ts";
import { createExpiringSlots, type ExpiringSlots } from "./expiring-slots.ts";
import { createMarkTable, type MarkDocument } from "./mark-table.ts";
import { createRateTable, type BegunDocument } from "./rate-table.ts";
import type { SlotDocument } from "./slot-table.ts";

/** Of places, marks and money only those of facts: what is held for a decision under way is in nobody's journal yet. */
export type CapacityDocument = { slots: readonly SlotDocument[] } & (
  | { format: 1 }
  | { format: 2; counters: readonly CallsDocument[] }
  | {
      format: 3;
      counters: readonly CallsDocument[];
      marks: readonly MarkDocument[];
      /** Absent in checkpoints of before there were any. */
      balances?: BalanceDocument;
    }
  | {
      format: 4;
      counters: readonly CounterDocument[];
      marks: readonly MarkDocument[];
      begun: readonly BegunDocument[];
      balances: BalanceDocument;
      callers: { key: string; items: readonly CallerDocument[] };
    }
);

/** Up to format 3 counters had calls only, as numbers. */
type CallsDocument = Omit<CounterDocument, "count"> & { count: number };

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
type Held = Pick<Reservation, "places" | "offer" | "rate" | "balance" | "caller">;

const nothing: Held = {};

/** Slots with what is held for them, under one clock. */
const createHoldings = (clock: Clock) => {
  const toNow = () => Math.floor(clock.now() / 1000);
  const slots = createExpiringSlots(toNow());
  const counters = createCounterTable(toNow());
  const marks = createMarkTable();
  const rates = createRateTable();
  const balances = createBalanceTable();
  const callers = createCallerTable();
  const held = new Map<SlotDocument, Held>();

  const letGo = (slot: SlotDocument): void => {
    const { places, offer, rate, balance, caller } = held.get(slot) ?? nothing;
    const { accountId, holder } = slot;
    if (caller !== undefined) callers.letGo({ accountId, number: caller.number }, holder);
    if (places !== undefined) counters.hold(slot.accountId, places, -1n);
    if (offer !== undefined) marks.letGo(slot.accountId, offer.marks, offer.stamp);
    if (rate !== undefined) rates.letGo(slot.accountId, rate);
    if (balance !== undefined) balances.hold(slot.accountId, balance.buyerId, -balance.micros);
    held.delete(slot);
  };

  return {
    slots,
    counters,
    marks,
    rates,
    balances,
    callers,
    letGo,
    find: ({ accountId, targetId, holder }: Slot) => slots.findSlots(accountId, targetId)?.get(holder),
    take: (slot: SlotDocument, { places, offer, rate, balance, caller }: Held): void => {
      const taken = {
        ...(places && { places }),
        ...(offer && { offer }),
        ...(rate && { rate }),
        ...(balance && { balance }),
        ...(caller && { caller }),
      };
      if (!slots.take(slot, toNow()) || Object.keys(taken).length === 0) return;
      const { accountId, holder } = slot;
      if (places !== undefined) counters.hold(accountId, places, 1n);
      if (offer !== undefined) marks.hold(accountId, offer.marks, offer.stamp);
      if (rate !== undefined) rates.hold(accountId, rate);
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
      rates.clear();
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

/** The first limit of calls at once that is reached: the target's own, or one that it shares. */
const findBusy = (
  slots: ExpiringSlots,
  { accountId, targetId, limit, shared = [] }: Reservation,
): Refusal | undefined => {
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
  ({ slots, counters, marks, rates, balances, callers }: Holdings, clock: Clock) =>
  (reservation: Reservation): Refusal | undefined => {
    const { accountId, places, rate, balance, offer } = reservation;
    const busy = findBusy(slots, reservation);
    if (busy !== undefined) return busy;
    const full = places && counters.findFull(accountId, places);
    if (full !== undefined) return { kind: "refused", by: "cap", ...full };
    const begun = rate === undefined ? 0 : rates.count(accountId, rate.key, rate.at);
    if (rate !== undefined && begun >= rate.limit) return { kind: "refused", by: "rate", begun };
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
  const { slots, counters, marks, rates, balances, callers, letGo, find, take, expire, clear } = holdings;
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
    readBegun: (accountId, asked, at) => {
      expire();
      return Promise.resolve(asked.map((key) => rates.count(accountId, key, at)));
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
      const begun = rates.list(clock.now());
      return { format: 4, ...kept, begun, balances: balances.list(), callers: callers.list() };
    },
    callers: callers.size,
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
      if (document.balances !== undefined) balances.restore(document.balances);
      if (document.format === 3) return;
      for (const { accountId, ...begun } of document.begun) rates.add(accountId, begun);
      callers.restore(document.callers.key, document.callers.items);
    },
  };
};
