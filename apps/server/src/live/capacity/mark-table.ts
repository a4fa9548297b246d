import { isPresenceMark, type Mark, type OfferMark } from "@ccp/engine";

/** A mark as a checkpoint keeps it. */
export type MarkDocument = { accountId: string; mark: Mark; at: number };

/** Moments that only go forward, by account and mark: those of facts, and those of offers not in the journal yet. */
export type MarkTable = {
  /** A moment of which no other offer has the same: now in epoch ms, or a little more. */
  takeStamp(now: number): number;
  /** In the order asked; 0 for never. */
  read(accountId: string, marks: readonly Mark[]): number[];
  /** The first mark that is no longer as it was read. */
  findChanged(accountId: string, marks: readonly OfferMark[]): Mark | undefined;
  hold(accountId: string, marks: readonly OfferMark[], stamp: number): void;
  letGo(accountId: string, marks: readonly OfferMark[], stamp: number): void;
  set(accountId: string, mark: Mark, at: number): void;
  /** What facts and people have set, but for what is so long ago that it may as well be never: no word of a person ever is. */
  list(now: number): MarkDocument[];
  clear(): void;
};

type Entry = { at: number; held: number[] };

// Who had nothing for so long goes first, as somebody does who never had anything.
const keptMs = 62 * 86_400_000;

const toLatest = (entry: Entry | undefined): number => {
  if (entry === undefined) return 0;
  return entry.held.length === 0 ? entry.at : Math.max(entry.at, ...entry.held);
};

/** Each operation takes constant time for each mark. */
export const createMarkTable = (): MarkTable => {
  const accounts = new Map<string, Map<Mark, Entry>>();
  let last = 0;

  const open = (accountId: string, mark: Mark): Entry => {
    let marks = accounts.get(accountId);
    if (marks === undefined) accounts.set(accountId, (marks = new Map()));
    let entry = marks.get(mark);
    if (entry === undefined) marks.set(mark, (entry = { at: 0, held: [] }));
    return entry;
  };

  return {
    takeStamp: (now) => (last = Math.max(now, last + 1)),
    read: (accountId, marks) => {
      const known = accounts.get(accountId);
      return marks.map((mark) => toLatest(known?.get(mark)));
    },
    findChanged: (accountId, marks) => {
      const known = accounts.get(accountId);
      return marks.find(({ mark, asRead }) => asRead !== null && asRead !== toLatest(known?.get(mark)))?.mark;
    },
    hold: (accountId, marks, stamp) => {
      for (const { mark } of marks) open(accountId, mark).held.push(stamp);
    },
    letGo: (accountId, marks, stamp) => {
      for (const { mark } of marks) {
        const held = accounts.get(accountId)?.get(mark)?.held;
        const place = held?.indexOf(stamp) ?? -1;
        if (place >= 0) held?.splice(place, 1);
      }
    },
    set: (accountId, mark, at) => {
      const entry = open(accountId, mark);
      entry.at = Math.max(entry.at, at);
      last = Math.max(last, at);
    },
    list: (now) =>
      [...accounts].flatMap(([accountId, marks]) =>
        [...marks].flatMap(([mark, { at }]) =>
          at > now - keptMs || isPresenceMark(mark) ? [{ accountId, mark, at }] : [],
        ),
      ),
    clear: () => {
      accounts.clear();
    },
  };
};
