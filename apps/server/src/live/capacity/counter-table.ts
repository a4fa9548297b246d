import { toCounterExpiry, type Counter, type Place } from "@ccp/engine";
import { createSecondWheel } from "./second-wheel.ts";

/** A count as a checkpoint keeps it: as text, since micros may be more than a number holds exactly. */
export type CounterDocument = { accountId: string; counter: Counter; count: string };

/** Counts by account and counter: calls or micros that count, and places held for calls whose facts are not known yet. */
export type CounterTable = {
  countUsed(accountId: string, counters: readonly Counter[]): bigint[];
  /** The first place that is not free. */
  findFull(accountId: string, places: readonly Place[]): { counter: Counter; used: bigint } | undefined;
  hold(accountId: string, places: readonly Place[], sign: 1n | -1n): void;
  add(accountId: string, counter: Counter, by: bigint): void;
  /** Forgets the counters that nobody asks for any more at `second`. */
  expire(second: number): void;
  list(): CounterDocument[];
  clear(): void;
};

type Entry = { accountId: string; counter: Counter; counted: bigint; held: bigint };

/** Each operation takes constant time however many calls were counted; a counter is found by its name. */
export const createCounterTable = (startSecond: number): CounterTable => {
  const accounts = new Map<string, Map<Counter, Entry>>();
  const wheel = createSecondWheel<Entry>(startSecond);
  let now = startSecond;

  const find = (accountId: string, counter: Counter): Entry | undefined =>
    accounts.get(accountId)?.get(counter);

  const toUsed = (accountId: string, counter: Counter): bigint => {
    const entry = find(accountId, counter);
    return entry === undefined ? 0n : entry.counted + entry.held;
  };

  /** Undefined where the counter's time is over. */
  const open = (accountId: string, counter: Counter): Entry | undefined => {
    const known = find(accountId, counter);
    if (known !== undefined) return known;
    const expiresIn = Math.ceil(toCounterExpiry(counter) / 1000);
    if (expiresIn <= now) return undefined;
    const entry = { accountId, counter, counted: 0n, held: 0n };
    const counters = accounts.get(accountId);
    if (counters === undefined) accounts.set(accountId, new Map([[counter, entry]]));
    else counters.set(counter, entry);
    if (Number.isFinite(expiresIn)) wheel.add(expiresIn, entry);
    return entry;
  };

  return {
    countUsed: (accountId, counters) => counters.map((counter) => toUsed(accountId, counter)),
    findFull: (accountId, places) => {
      for (const { counter, limit, by } of places) {
        const used = toUsed(accountId, counter);
        if (used + by > limit) return { counter, used };
      }
      return undefined;
    },
    hold: (accountId, places, sign) => {
      for (const { counter, by } of places) {
        const entry = sign === 1n ? open(accountId, counter) : find(accountId, counter);
        if (entry !== undefined) entry.held += sign * by;
      }
    },
    add: (accountId, counter, by) => {
      const entry = open(accountId, counter);
      if (entry !== undefined) entry.counted += by;
    },
    expire: (second) => {
      now = second;
      for (const { accountId, counter } of wheel.takeThrough(second)) {
        const counters = accounts.get(accountId);
        counters?.delete(counter);
        if (counters?.size === 0) accounts.delete(accountId);
      }
    },
    list: () =>
      [...accounts.values()].flatMap((counters) =>
        [...counters.values()]
          .filter(({ counted }) => counted !== 0n)
          .map(({ accountId, counter, counted }) => ({ accountId, counter, count: counted.toString() })),
      ),
    clear: () => {
      accounts.clear();
      wheel.clear();
    },
  };
};
