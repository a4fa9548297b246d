import { createHmac, randomBytes } from "node:crypto";
import type { RememberedCall } from "@ccp/engine";
import { decodeCalls, encodeCalls } from "./caller-codec.ts";

/** A caller's calls as a checkpoint keeps them: the caller by a keyed hash of the number. */
export type CallerDocument = { accountId: string; caller: string; calls: string };

/** Whose calls are asked about: digits of E.164. */
export type CallerKey = { accountId: string; number: string };

/** What is remembered of callers: by their calls' facts, and by calls and dials whose facts are not in the journal yet. */
export type CallerTable = {
  /** The caller's calls but this one. */
  read(caller: CallerKey, but: string, now: number): RememberedCall[];
  /** Has the call stand so until it is let go, by whoever holds it. */
  hold(caller: CallerKey, holder: string, call: RememberedCall): void;
  letGo(caller: CallerKey, holder: string): void;
  /** The call as its facts have it. */
  set(caller: CallerKey, call: RememberedCall, now: number): void;
  size(): number;
  list(): { key: string; items: CallerDocument[] };
  restore(key: string, items: readonly CallerDocument[]): void;
  clear(): void;
};

/** Callers that are remembered in the whole process; beyond it the account with the most forgets its oldest. */
export const callersMax = 200_000;

/** For how long after its arrival a call counts. */
export const rememberedMs = 366 * 86_400_000;

/** Calls that are remembered of one caller. */
export const callsMax = 20;

/**
 * With a call too many the oldest goes of which nothing is told but that it came, else the oldest. The last one stays:
 * that it came is what the next one is held against.
 */
const dropOne = (calls: readonly RememberedCall[]): readonly RememberedCall[] => {
  if (calls.length <= callsMax) return calls;
  const bare = calls.slice(0, -1).findIndex(({ dials, payout }) => dials.length === 0 && payout === "none");
  return calls.toSpliced(Math.max(bare, 0), 1);
};

const byArrival = (a: RememberedCall, b: RememberedCall): number =>
  a.at - b.at || (a.callId < b.callId ? -1 : 1);

type Callers = Map<string, string>;

/** The first of a map is who was heard of least lately. */
const findOldest = (callers: Callers): [caller: string, calls: string] | undefined => {
  const [oldest] = callers;
  return oldest;
};

const createCallerMaps = () => {
  const accounts = new Map<string, Callers>();
  let size = 0;

  const drop = (callers: Callers, caller: string | undefined): void => {
    if (caller !== undefined && callers.delete(caller)) size -= 1;
  };

  return {
    accounts,
    size: () => size,
    find: (accountId: string, caller: string): RememberedCall[] => {
      const known = accounts.get(accountId)?.get(caller);
      return known === undefined ? [] : decodeCalls(known);
    },
    put: (accountId: string, caller: string, calls: string): void => {
      let callers = accounts.get(accountId);
      if (callers === undefined) accounts.set(accountId, (callers = new Map()));
      drop(callers, caller);
      callers.set(caller, calls);
      size += 1;
    },
    /** Makes room, and drops of the account whose time is over. */
    forget: (accountId: string, now: number): void => {
      let largest = accounts.get(accountId) ?? new Map<string, string>();
      const oldest = findOldest(largest);
      const lastAt = oldest === undefined ? undefined : decodeCalls(oldest[1]).at(-1)?.at;
      if (lastAt !== undefined && lastAt <= now - rememberedMs) drop(largest, oldest?.[0]);
      if (size <= callersMax) return;
      for (const each of accounts.values()) if (each.size > largest.size) largest = each;
      drop(largest, findOldest(largest)?.[0]);
    },
    clear: (): void => {
      accounts.clear();
      size = 0;
    },
  };
};

const toHeldKey = ({ accountId, number }: CallerKey): string => `${accountId}:${number}`;

/** Each operation takes constant time however many callers there are; only forgetting looks through the accounts. */
export const createCallerTable = (): CallerTable => {
  let key = randomBytes(32);
  const { accounts, size, find, put, forget, clear } = createCallerMaps();
  const held = new Map<string, Map<string, RememberedCall>>();

  const toCaller = (number: string): string =>
    createHmac("sha256", key).update(number).digest("base64url").slice(0, 16);

  return {
    read: (asked, but, now) => {
      const known = find(asked.accountId, toCaller(asked.number));
      const byId = new Map(known.map((call) => [call.callId, call]));
      for (const call of held.get(toHeldKey(asked))?.values() ?? []) byId.set(call.callId, call);
      return [...byId.values()]
        .filter(({ callId, at }) => callId !== but && at > now - rememberedMs)
        .sort(byArrival);
    },
    hold: (asked, holder, call) => {
      const calls = held.get(toHeldKey(asked));
      if (calls === undefined) held.set(toHeldKey(asked), new Map([[holder, call]]));
      else calls.set(holder, call);
    },
    letGo: (asked, holder) => {
      const calls = held.get(toHeldKey(asked));
      calls?.delete(holder);
      if (calls?.size === 0) held.delete(toHeldKey(asked));
    },
    set: ({ accountId, number }, call, now) => {
      const caller = toCaller(number);
      const others = find(accountId, caller).filter(({ callId }) => callId !== call.callId);
      put(accountId, caller, encodeCalls(dropOne([...others, call].sort(byArrival))));
      forget(accountId, now);
    },
    size,
    list: () => ({
      key: key.toString("base64url"),
      items: [...accounts].flatMap(([accountId, callers]) =>
        Array.from(callers, ([caller, calls]) => ({ accountId, caller, calls })),
      ),
    }),
    restore: (restoredKey, items) => {
      key = Buffer.from(restoredKey, "base64url");
      for (const { accountId, caller, calls } of items) put(accountId, caller, calls);
    },
    clear: () => {
      clear();
      held.clear();
    },
  };
};
