import type { Clock } from "#clock.ts";
import { findShort, type BalanceTable } from "./balance-table.ts";
import { encodeCalls } from "./caller-codec.ts";
import type { CallerTable } from "./caller-table.ts";
import { restoreCapacity, toCapacityDocument, type CapacityDocument } from "./capacity-document.ts";
import type { Capacity, Reservation, ReservationResult } from "./capacity.ts";
import type { ExpiringSlots } from "./expiring-slots.ts";
import { createHoldings, type Holdings } from "./holdings.ts";

/** Capacity of a single node: in memory, with its state as a plain document for the checkpoint. */
export type MemoryCapacity = Capacity & {
  checkpoint(): CapacityDocument;
  /** How many callers are remembered. */
  callers(): number;
  /** Replaces everything held by what the document says. */
  restore(document: CapacityDocument): void;
};

type Refusal = Extract<ReservationResult, { kind: "refused" }>;

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
  const { slots, counters, marks, rates, balances, callers, letGo, find, take, expire } = holdings;
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
    checkpoint: () => toCapacityDocument(holdings, clock.now()),
    callers: callers.size,
    restore: (document) => restoreCapacity(holdings, document),
  };
};
