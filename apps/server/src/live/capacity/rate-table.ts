import { toRateWindowMs, type Begun, type RateKey } from "@ccp/engine";

/** A dial that counts for a rate, as a checkpoint keeps it. */
export type BegunDocument = Begun & { accountId: string };

/** When dials were begun, by account and key, as far back as each key's window: those of facts, and those held. */
export type RateTable = {
  /** How many there were in the window that ends at `at` (epoch ms); asking forgets none, whatever the moment. */
  count(accountId: string, key: RateKey, at: number): number;
  add(accountId: string, begun: Begun): void;
  hold(accountId: string, begun: Begun): void;
  letGo(accountId: string, begun: Begun): void;
  /** Those of facts, as far as a window that ends at `at` still reaches. */
  list(at: number): BegunDocument[];
  clear(): void;
};

/** Ascending; of dials that are decided at one moment there may be several. */
type Entry = { told: number[]; held: number[] };

/** The first place of a later time than `at`. */
const findAfter = (times: readonly number[], at: number): number => {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((times[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** What is older than the window that ends at `at` is not asked for again. */
const insert = (times: number[], at: number, windowMs: number): void => {
  times.splice(0, findAfter(times, at - windowMs));
  times.splice(findAfter(times, at), 0, at);
};

/** A look-up takes the logarithm of the dials within a window; every dial is put in once and dropped once. */
export const createRateTable = (): RateTable => {
  const accounts = new Map<string, Map<RateKey, Entry>>();

  const open = (accountId: string, key: RateKey): Entry => {
    let keys = accounts.get(accountId);
    if (keys === undefined) accounts.set(accountId, (keys = new Map()));
    let entry = keys.get(key);
    if (entry === undefined) keys.set(key, (entry = { told: [], held: [] }));
    return entry;
  };

  return {
    count: (accountId, key, at) => {
      const entry = accounts.get(accountId)?.get(key);
      if (entry === undefined) return 0;
      const since = at - toRateWindowMs(key);
      return [entry.told, entry.held].reduce((sum, times) => sum + times.length - findAfter(times, since), 0);
    },
    add: (accountId, { key, at }) => insert(open(accountId, key).told, at, toRateWindowMs(key)),
    hold: (accountId, { key, at }) => insert(open(accountId, key).held, at, toRateWindowMs(key)),
    letGo: (accountId, { key, at }) => {
      const held = accounts.get(accountId)?.get(key)?.held;
      const place = held?.indexOf(at) ?? -1;
      if (place >= 0) held?.splice(place, 1);
    },
    list: (at) =>
      [...accounts].flatMap(([accountId, keys]) =>
        [...keys].flatMap(([key, { told }]) =>
          told
            .filter((each) => each > at - toRateWindowMs(key))
            .map((each) => ({ accountId, key, at: each })),
        ),
      ),
    clear: () => {
      accounts.clear();
    },
  };
};
