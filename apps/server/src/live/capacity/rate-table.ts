import { toRateWindowMs, type Begun, type RateKey } from "@ccp/engine";

/** A dial that counts for a rate, as a checkpoint keeps it. */
export type BegunDocument = Begun & { accountId: string };

/** When dials were begun, by account and key, as far back as each key's window: those of facts, and those held. */
export type RateTable = {
  /** How many there were in the window that ends at `at` (epoch ms). */
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

const insert = (times: number[], at: number): void => {
  let place = times.length;
  while (place > 0 && (times[place - 1] ?? 0) > at) place -= 1;
  times.splice(place, 0, at);
};

/** Times go up to `at` and a window back from it; what is older is not asked for again. */
const dropBefore = (times: number[], at: number): void => {
  let old = 0;
  while (old < times.length && (times[old] ?? 0) <= at) old += 1;
  if (old > 0) times.splice(0, old);
};

/** Each operation takes constant time on average: every dial is put in once and dropped once. */
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
      const keys = accounts.get(accountId);
      const entry = keys?.get(key);
      if (keys === undefined || entry === undefined) return 0;
      const since = at - toRateWindowMs(key);
      dropBefore(entry.told, since);
      dropBefore(entry.held, since);
      const count = entry.told.length + entry.held.length;
      if (count === 0) keys.delete(key);
      if (keys.size === 0) accounts.delete(accountId);
      return count;
    },
    add: (accountId, { key, at }) => insert(open(accountId, key).told, at),
    hold: (accountId, { key, at }) => insert(open(accountId, key).held, at),
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
