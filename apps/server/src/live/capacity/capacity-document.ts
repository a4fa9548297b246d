import type { BalanceDocument } from "./balance-table.ts";
import type { CallerDocument } from "./caller-table.ts";
import type { CounterDocument } from "./counter-table.ts";
import { nothing, type Holdings } from "./holdings.ts";
import type { MarkDocument } from "./mark-table.ts";
import type { BegunDocument } from "./rate-table.ts";
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

/** All that is held, at `now` (epoch ms). */
export const toCapacityDocument = (
  { slots, counters, marks, rates, balances, callers, expire }: Holdings,
  now: number,
): CapacityDocument => {
  expire();
  return {
    format: 4,
    slots: slots.list(),
    counters: counters.list(),
    marks: marks.list(now),
    begun: rates.list(now),
    balances: balances.list(),
    callers: callers.list(),
  };
};

/** Replaces everything held by what the document says, whichever format it has. */
export const restoreCapacity = (
  { counters, marks, rates, balances, callers, take, expire, clear }: Holdings,
  document: CapacityDocument,
): void => {
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
};
