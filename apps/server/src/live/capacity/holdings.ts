import type { Clock } from "#clock.ts";
import { createBalanceTable } from "./balance-table.ts";
import { createCallerTable } from "./caller-table.ts";
import type { Reservation, Slot } from "./capacity.ts";
import { createCounterTable } from "./counter-table.ts";
import { createExpiringSlots } from "./expiring-slots.ts";
import { createMarkTable } from "./mark-table.ts";
import { createRateTable } from "./rate-table.ts";
import type { SlotDocument } from "./slot-table.ts";

/** What is taken with a slot. */
type Held = Pick<Reservation, "places" | "offer" | "rate" | "balance" | "caller">;

export const nothing: Held = {};

/** Of a reservation only what is to be given back. */
const toTaken = ({ places, offer, rate, balance, caller }: Held): Held => ({
  ...(places && { places }),
  ...(offer && { offer }),
  ...(rate && { rate }),
  ...(balance && { balance }),
  ...(caller && { caller }),
});

/** Slots with what is held for them, under one clock. */
export const createHoldings = (clock: Clock) => {
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
    if (places !== undefined) counters.hold(accountId, places, -1n);
    if (offer !== undefined) marks.letGo(accountId, offer.marks, offer.stamp);
    if (rate !== undefined) rates.letGo(accountId, rate);
    if (balance !== undefined) balances.hold(accountId, balance.buyerId, -balance.micros);
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
    take: (slot: SlotDocument, wanted: Held): void => {
      const taken = toTaken(wanted);
      if (!slots.take(slot, toNow()) || Object.keys(taken).length === 0) return;
      const { accountId, holder } = slot;
      const { places, offer, rate, balance, caller } = taken;
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

export type Holdings = ReturnType<typeof createHoldings>;
